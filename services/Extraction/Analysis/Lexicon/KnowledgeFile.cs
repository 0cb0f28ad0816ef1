using System.Reflection;

namespace Parley.Extraction.Analysis;

/// <summary>Reads the knowledge files: a concept a line, fields parted by bars, names by semicolons, comments behind a hash sign.</summary>
internal static class KnowledgeFile
{
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Knowledge/" + name)
            ?? throw new InvalidOperationException($"The knowledge file {name} is not part of the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            yield return line.Split('|', StringSplitOptions.TrimEntries);
        }
    }

    public static IEnumerable<string> Names(string field) =>
        field.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
