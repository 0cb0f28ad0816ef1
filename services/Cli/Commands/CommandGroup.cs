namespace Parley.Cli.Commands;

/// <summary>Where a command stands in the overview that <c>parley --help</c> gives, in this order.</summary>
internal enum CommandGroup
{
    Begin,
    Running,
    Alone,
    More,
}
