using System.Globalization;

namespace Parley.LocalServers;

/// <summary>What <c>/proc</c> says of processes.</summary>
internal static class ProcessTable
{
    /// <summary>Whether a process runs. One that has ended but was not waited for yet does not.</summary>
    public static bool IsRunning(int id) => Read(id) is { State: not ('Z' or 'X') };

    /// <summary>The ids of a process and of all that descend from it.</summary>
    public static IReadOnlyList<int> Family(int id)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 0)
            .Where(p => p > 0)
            .Select(p => (Id: p, Entry: Read(p)))
            .Where(p => p.Entry is not null)
            .ToLookup(p => p.Entry!.Value.Parent, p => p.Id);

        var family = new List<int> { id };
        for (var i = 0; i < family.Count; i++) family.AddRange(children[family[i]]);
        return family;
    }

    private static (char State, int Parent)? Read(int id)
    {
        try
        {
            // "1234 (name, which may hold anything) S 1 …"
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
