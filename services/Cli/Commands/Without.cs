using System.CommandLine;

namespace Parley.Cli.Commands;

/// <summary>The options whose settings <c>--without</c> takes away.</summary>
/// <param name="names">As they were typed, without the dashes.</param>
internal sealed class Without(IEnumerable<string> names)
{
    private readonly HashSet<string> _names = new(names, StringComparer.Ordinal);

    /// <summary>Takes nothing away.</summary>
    public static Without Nothing { get; } = new([]);

    /// <summary>As it is typed behind <c>--without</c>.</summary>
    public static string Word(Option option) => option.Name[2..];

    /// <summary>Whether the setting of this option is taken away.</summary>
    public bool Has(Option option) => _names.Contains(Word(option));
}
