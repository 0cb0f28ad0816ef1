namespace Parley.Alerting.Matching;

/// <summary>Reads a table that is part of the assembly: a row a line, its columns parted by tabs; lines that begin with # explain it.</summary>
internal static class TabbedFile
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(TabbedFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.TrimEnd('\r').Split('\t'))];
    }
}
