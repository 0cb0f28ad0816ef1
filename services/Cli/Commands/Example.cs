namespace Parley.Cli.Commands;

/// <summary>A command line to copy.</summary>
/// <param name="Line">As it is typed.</param>
/// <param name="Does">What it does, in a few words.</param>
internal sealed record Example(string Line, string Does);
