namespace Parley.EndToEnd.Tests;

/// <summary>Tests of the command line that share one system.</summary>
[CollectionDefinition(Name)]
public sealed class DeskCollection : ICollectionFixture<Desk>
{
    public const string Name = "desk";
}
