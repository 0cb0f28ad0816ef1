using System.CommandLine;

namespace Parley.Cli.Commands;

/// <summary>A command that teaches by example.</summary>
/// <param name="name">The word to type.</param>
/// <param name="group">Its place in the overview.</param>
/// <param name="summary">One line, for the overview.</param>
internal sealed class ParleyCommand(string name, CommandGroup group, string summary) : Command(name, summary)
{
    /// <summary>Its place in the overview.</summary>
    public CommandGroup Group { get; } = group;

    /// <summary>What its help says beyond the summary; null where there is no more to say.</summary>
    public string? Details { get; init; }

    /// <summary>Command lines to copy, each with what it does.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];
}
