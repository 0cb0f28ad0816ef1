namespace Parley.Interop.Tests.Hostile;

/// <summary>What the services must answer to what is wrong with a request: the lines of expected.txt, of which the first that fits holds.</summary>
internal static class Expectations
{
    private static readonly IReadOnlyList<Line> Lines = [.. Read()];

    /// <summary>The outcome for a spoiled request; null where no line speaks of it.</summary>
    public static string? For(Spoiling spoiling) =>
        Lines.FirstOrDefault(line => line.Fits(spoiling))?.Outcome.Replace("{field}", spoiling.Field, StringComparison.Ordinal);

    /// <summary>Lines that hold for none of them.</summary>
    public static IEnumerable<string> Unused(IReadOnlyCollection<Spoiling> spoilings)
    {
        var used = spoilings.Select(s => Lines.FirstOrDefault(line => line.Fits(s))).ToHashSet();
        return Lines.Where(line => !used.Contains(line)).Select(line => line.ToString());
    }

    private static IEnumerable<Line> Read()
    {
        using var reader = new StreamReader(typeof(Expectations).Assembly.GetManifestResourceStream("expected.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var parts = line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
            yield return new Line(parts[0], parts[1], parts[2], parts[3]);
        }
    }

    private sealed record Line(string Methods, string Field, string Hostilities, string Outcome)
    {
        public bool Fits(Spoiling spoiling) =>
            FitsOne(Methods, spoiling.Method.Name) && FitsOne(Field, spoiling.Field) && FitsOne(Hostilities, spoiling.Hostility);

        private static bool FitsOne(string pattern, string value) => pattern == "*" || pattern.Split('|').Contains(value, StringComparer.Ordinal);
    }
}
