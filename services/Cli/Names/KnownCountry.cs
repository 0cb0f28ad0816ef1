using Parley.Extraction.Analysis;

namespace Parley.Cli.Names;

/// <summary>A country that Extraction's lists have, with the places in it.</summary>
/// <param name="Code">Its ISO 3166-1 alpha-3 code.</param>
/// <param name="Name">Its usual English name, which entries have as a topic.</param>
/// <param name="Names">Every name that it goes or went by, folded.</param>
/// <param name="Places">Its capital, towns and regions.</param>
internal sealed record KnownCountry(string Code, string Name, IReadOnlyList<string> Names, IReadOnlyList<string> Places)
{
    private static readonly string[] Files = ["states.txt", "historical.txt"];
    private static readonly Lazy<IReadOnlyList<KnownCountry>> Read = new(() => [.. Lines().GroupBy(l => l[0], (code, lines) => Of(code, [.. lines]))]);

    /// <summary>Every one. The files are read when they are asked for, which most commands do not.</summary>
    public static IReadOnlyList<KnownCountry> All => Read.Value;

    private static KnownCountry Of(string code, IReadOnlyList<string[]> lines)
    {
        var names = lines.SelectMany(l => Parts(l, 1)).ToList();
        return new KnownCountry(code, names[0], [.. names.Select(KnownActor.Fold)], [.. lines.SelectMany(l => Parts(l, 3).Concat(Parts(l, 4)))]);
    }

    /// <summary>A house stands with its town behind it, "Hofburg (Vienna)", and its talks are at the town.</summary>
    private static IEnumerable<string> Parts(string[] line, int field) =>
        (line.Length > field ? line[field] : "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? name[(bracket + 2)..^1] : name);

    private static IEnumerable<string[]> Lines()
    {
        foreach (var file in Files)
        {
            using var stream = typeof(KnownActor).Assembly.GetManifestResourceStream("Knowledge/" + file)
                ?? throw new InvalidOperationException($"The knowledge file {file} is not part of the program.");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] != '#')
                    yield return line.Split('|', StringSplitOptions.TrimEntries);
            }
        }
    }
}
