namespace Parley.Extraction.Ledger;

/// <summary>Reads the tables in Knowledge/ledger: tab-separated, # begins a comment line.</summary>
internal static class LedgerKnowledge
{
    public static IEnumerable<string[]> Rows(string name)
    {
        var resource = $"Knowledge/ledger/{name}";
        using var stream = typeof(LedgerKnowledge).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its table {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }
}
