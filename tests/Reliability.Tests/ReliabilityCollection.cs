using Parley.Reliability.Tests.Running;

namespace Parley.Reliability.Tests;

/// <summary>One after the other: the tests kill servers that they share.</summary>
[CollectionDefinition(nameof(ReliabilityCollection), DisableParallelization = true)]
public sealed class ReliabilityCollection : ICollectionFixture<Undisturbed>;
