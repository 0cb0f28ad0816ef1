using System.Globalization;

namespace Parley.Tests.Stories;

/// <summary>What stories are made of: the files in Data, each of which says at its head what its fields mean.</summary>
internal sealed class StoryKnowledge
{
    // Before Default, which needs them.
    private static readonly string[] Offices =
        ["Secretary of State", "Foreign Minister", "Foreign Secretary", "Prime Minister", "President", "King", "leader", "commander"];

    private readonly Dictionary<string, Actor> actors;

    private StoryKnowledge()
    {
        actors = Rows("actors.txt").Select(ReadActor).ToDictionary(a => a.Id, StringComparer.Ordinal);
        Casts = [.. Rows("casts.txt").Select(ReadCast)];
        Outlets = [.. Rows("outlets.txt").Select(row => new Outlet(row[0], TimeSpan.FromHours(Number(row[1]))))];
        Neighbours = [.. Rows("neighbours.txt").Select(row => actors[row[0]])];
        Fillers = [.. Lines("fillers.txt")];
        Wordings = ReadWordings();
    }

    /// <summary>Read once.</summary>
    public static StoryKnowledge Default { get; } = new();

    public IReadOnlyList<Cast> Casts { get; }

    public IReadOnlyList<Outlet> Outlets { get; }

    public IReadOnlyList<Actor> Neighbours { get; }

    public IReadOnlyList<string> Fillers { get; }

    /// <summary>Wordings by what they tell: <c>talks visit planned</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Wordings { get; }

    private static Dictionary<string, IReadOnlyList<string>> ReadWordings()
    {
        var wordings = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        IReadOnlyList<string> headings = [];
        foreach (var line in Lines("wordings.txt"))
        {
            if (line[0] == '[')
            {
                var words = line.Trim('[', ']').Split(' ');
                headings = [.. words[1].Split(',').Select(form => $"{words[0]} {form} {words[2]}")];
                continue;
            }

            foreach (var heading in headings)
            {
                if (!wordings.TryGetValue(heading, out var some)) wordings[heading] = some = [];
                some.Add(line);
            }
        }

        return wordings.ToDictionary(w => w.Key, IReadOnlyList<string> (w) => w.Value, StringComparer.Ordinal);
    }

    private static Actor ReadActor(string[] row) =>
        new(row[0], row[1], row[2], row[3].Length == 0 ? null : row[3], [.. row[4].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadPerson)]);

    /// <summary>Office, two or more names, years: <c>Foreign Minister Franco Frattini 2003, 2009-2010</c>.</summary>
    private static Person ReadPerson(string text)
    {
        var years = text.AsSpan().IndexOfAnyInRange('0', '9');
        var terms = text[years..].Split(',', StringSplitOptions.TrimEntries).Select(t => t.Split('-')).Select(t => (Number(t[0]), Number(t[^1])));
        var words = text[..years].Trim();
        var office = Offices.First(o => words.StartsWith(o, StringComparison.Ordinal));
        return new Person(office, words[(office.Length + 1)..], [.. terms]);
    }

    private Cast ReadCast(string[] row)
    {
        var years = row[0].Split('-');
        return new Cast(
            Number(years[0]), Number(years[1]), row[1] == "war", actors[row[2]], actors[row[3]], row[4].Length == 0 ? null : $" {row[4]}",
            row[5].Split(';', StringSplitOptions.TrimEntries), row[6].Length == 0 ? null : actors[row[6]]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string file) => Lines(file).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Seeds.Repository, "tests", "Shared", "Stories", "Data", file)).Where(line => line.Length > 0 && line[0] != '#');
}
