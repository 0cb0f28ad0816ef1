namespace Parley.Cli.Tests;

/// <summary>Tests that look at the process's standard error or set its environment, which there is one of.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleCollection
{
    public const string Name = "console";
}
