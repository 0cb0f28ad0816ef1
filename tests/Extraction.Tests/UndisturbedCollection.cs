namespace Parley.Extraction.Tests;

/// <summary>Tests that measure time: nothing else of this project runs beside them.</summary>
[CollectionDefinition(nameof(UndisturbedCollection), DisableParallelization = true)]
public sealed class UndisturbedCollection;
