using System.Globalization;

namespace Parley.Extraction.Analysis;

/// <summary>Loads the names of actors and places: states, organisations, groups, persons.</summary>
internal sealed class NameFiles(Knowledge knowledge)
{
    public void Load()
    {
        foreach (var line in KnowledgeFile.Read("states.txt"))
            AddState(line);
        foreach (var line in KnowledgeFile.Read("historical.txt"))
            AddState(line);
        foreach (var line in KnowledgeFile.Read("organisations.txt"))
        {
            var name = KnowledgeFile.Names(line[1]).First();
            knowledge.PartyNames.TryAdd(line[0], name);
            AddNames(line[1], NameKind.Organisation, line[0], name, null);
            AddNames(line[2], NameKind.Demonym, line[0], name, null);
            foreach (var seat in KnowledgeFile.Names(line[3]))
                AddName(seat, NameKind.Seat, line[0], seat, line[0] == "EU" ? "BEL" : null, 0, 0);
            if (line.Length > 4 && line[4] == "no")
                knowledge.Forums.Add(line[0]);
        }

        foreach (var line in KnowledgeFile.Read("groups.txt"))
        {
            var name = KnowledgeFile.Names(line[1]).First();
            knowledge.PartyNames.TryAdd(line[0], name);
            if (line[2].Length > 0)
                knowledge.PartyCountries[line[0]] = line[2];
            if (line.Length > 3 && line[3].Length > 0)
                knowledge.Foes[line[0]] = line[3];
            foreach (var seat in KnowledgeFile.Names(line.Length > 4 ? line[4] : ""))
                knowledge.GroupSeats[seat] = line[0];
            AddNames(line[1], NameKind.Group, line[0], name, line[2].Length > 0 ? line[2] : null);
        }

        foreach (var line in KnowledgeFile.Read("pairs.txt"))
        {
            knowledge.PartyNames.TryAdd(line[0], line[1]);
            AddNames(line[1], NameKind.State, line[0], line[1], null);
        }

        foreach (var line in KnowledgeFile.Read("other-names.txt"))
            AddNames(line[0], NameKind.City, "-", "-", null);
        foreach (var line in KnowledgeFile.Read("persons.txt"))
            AddPerson(line);
    }

    private void AddState(string[] line)
    {
        var name = KnowledgeFile.Names(line[1]).First();
        knowledge.PartyNames.TryAdd(line[0], name);
        knowledge.PartyCountries.TryAdd(line[0], line[0]);
        AddNames(line[1], NameKind.State, line[0], knowledge.PartyNames[line[0]], line[0]);
        AddNames(line[2], NameKind.Demonym, line[0], knowledge.PartyNames[line[0]], line[0]);
        foreach (var seat in KnowledgeFile.Names(line[3]))
        {
            knowledge.Capitals.TryAdd(line[0], seat);
            AddName(seat, NameKind.Seat, line[0], Bare(seat), line[0], 0, 0);
        }

        if (line.Length > 5 && line[5].Length > 0)
            knowledge.Foes[line[0]] = line[5];
        foreach (var city in KnowledgeFile.Names(line.Length > 4 ? line[4] : ""))
        {
            knowledge.Capitals.TryAdd(line[0], city);

            // "Hofburg (Vienna)": a house, with its town.
            var bracket = city.IndexOf(" (", StringComparison.Ordinal);
            var (called, town) = bracket < 0 ? (city, city) : (city[..bracket], city[(bracket + 2)..^1]);
            AddName(called, NameKind.City, line[0], Bare(town), line[0], 0, 0);
        }
    }

    private static string Bare(string name) => name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;

    private void AddNames(string names, NameKind kind, string party, string name, string? country)
    {
        foreach (var each in KnowledgeFile.Names(names))
            AddName(each, kind, party, name, country, 0, 0);
    }

    private void AddName(string text, NameKind kind, string party, string name, string? country, int from, int to)
    {
        var letters = text.Where(char.IsLetter);
        var capitals = text.Length <= 9 && letters.All(char.IsUpper);
        var phrase = knowledge.Words.Phrase(Bare(text));
        var lower = char.IsLower(Bare(text)[0]);
        if (lower)
            phrase[0].Starts |= Phrases.LowerName;
        if (kind == NameKind.Person)
        {
            foreach (var word in phrase)
                word.IsOfPerson = true;
        }

        knowledge.Names.Add(phrase, new NameEntry(kind, party, name, country, from, to, capitals, lower, knowledge.PartyNames.GetValueOrDefault(party, party)));
    }

    private void AddPerson(string[] line)
    {
        var names = KnowledgeFile.Names(line[0]).ToList();
        var years = line[2].Split('-');
        var from = int.Parse(years[0], CultureInfo.InvariantCulture);
        var to = years[1].Length == 0 ? 9999 : int.Parse(years[1], CultureInfo.InvariantCulture);
        var usual = names[0];
        knowledge.PartyNames.TryAdd(line[1], line[1]);
        var country = knowledge.PartyCountries.GetValueOrDefault(line[1]);
        foreach (var name in names.Where(n => !n.StartsWith('=') || n.Contains(' ', StringComparison.Ordinal)))
            AddName(name.TrimStart('='), NameKind.Person, line[1], usual, country, from, to);
        var surname = usual[(usual.LastIndexOf(' ') + 1)..];
        if (!names.Exists(n => n.StartsWith('=')) && surname != usual && !names.Contains(surname))
            AddName(surname, NameKind.Person, line[1], usual, country, from, to);

        // "al-Sarraj" is "Sarraj" too.
        if (surname.StartsWith("al-", StringComparison.Ordinal) && !names.Contains(surname[3..]))
            AddName(surname[3..], NameKind.Person, line[1], usual, country, from, to);
    }
}
