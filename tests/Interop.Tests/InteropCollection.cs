namespace Parley.Interop.Tests;

/// <summary>All tests of this project call one running Parley, one after the other.</summary>
[CollectionDefinition(nameof(RunningParley))]
public sealed class InteropCollection : ICollectionFixture<RunningParley>;
