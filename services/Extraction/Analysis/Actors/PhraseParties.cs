namespace Parley.Extraction.Analysis;

/// <summary>Whose a noun phrase is, by the names and the office that stand in it and by what the article said before.</summary>
internal sealed class PhraseParties(Knowledge knowledge, ArticleMemory memory)
{
    private readonly OfficeHolders holders = new(knowledge, memory);

    // Filled anew for each phrase.
    private readonly List<NameSpan> persons = [];
    private readonly List<NameSpan> others = [];

    public void Add(Reading reading, Chunk chunk, in PhraseNames found)
    {
        var (names, office, officeEnd, body, unknownFirst, unknownLast, limit) = found;
        var tokens = reading.Tokens;
        persons.Clear();
        others.Clear();
        NameSpan kin = default;
        foreach (var name in names)
        {
            if (name.Entry.Kind == NameKind.Person)
                persons.Add(name);
            else if (IsEthnic(tokens, name))
                kin = name;
            else if (name.Entry.Kind != NameKind.City)
                others.Add(name);
            if (name.Entry.Kind is NameKind.City or NameKind.Seat or NameKind.State && (chunk.Place is null || name.Entry.Kind == NameKind.City))
            {
                chunk.Place = name.Entry;
                chunk.PlaceAt = name.First;
                chunk.PlaceEnd = name.Last;
            }
        }

        // "ethnic Albanian delegates": a side of their own.
        if (kin.Last > 0 && persons.Count == 0 && others.Count == 0 && chunk.Event is null && (office is OfficeClass.Person or OfficeClass.Body or OfficeClass.Force || kin.Last == limit))
        {
            var people = reading.Slice(kin.First - 1, kin.First) + " " + kin.Entry.PartyName;
            chunk.AddParty(knowledge, Groups.Of(Party.Slug(people), people, reading.Slice(chunk.First, limit)));
            chunk.IsActor = true;
            return;
        }

        // Most phrases name nobody.
        if (persons.Count == 0 && others.Count == 0 && office is null && unknownFirst < 0)
            return;
        var text = reading.Slice(chunk.First, limit);
        var unknown = unknownFirst >= 0 ? reading.Slice(unknownFirst, unknownLast + 1) : "";
        if (persons.Count > 0)
        {
            foreach (var person in persons)
            {
                var entry = memory.Recall(person.Entry.Name, person.Entry);
                var party = Party.Of(entry, persons.Count == 1 ? text : reading.Slice(person.First, person.Last), HasOther(entry.Party));
                var stated = OtherBefore(person.First);

                // The text's own words on whose man he is win where the list says another country; a surname alone may be another person.
                if (stated.Entry is { } said && said.Party != party.Id && said.Country != party.Country && (office is OfficeClass.Person || (tokens[person.First].Is("king") && person.First - stated.Last < 2)))
                {
                    var full = reading.Slice(Math.Min(person.First, unknownFirst >= 0 && unknownFirst < person.First ? unknownFirst : person.First), person.Last);
                    party = Party.Of(said, text);
                    party.AddPerson(full);
                    memory.Remember(full, party);
                }
                else
                {
                    party.AddPerson(entry.Name);
                    if (person.Last - person.First > 1)
                        memory.Remember(entry.Name, party);
                }

                chunk.AddParty(knowledge, party);
            }

            // "Aliyev's decision" is no person.
            chunk.IsActor = chunk.Event is null && Trails(tokens, persons[^1].Last, limit, unknownFirst, unknownLast, names);
            if (office is OfficeClass.Person && chunk.IsActor && officeEnd <= persons[0].First)
                memory.Offices.Note(OfficeHolders.Office(tokens, officeEnd, body), chunk.Parties);
            return;
        }

        var headIsName = others.Count > 0 && others[^1].Last >= limit - (limit < tokens.Length && tokens[limit - 1].Tag == Tag.Genitive ? 1 : 0) && others[^1].Last <= limit;
        // "Azerbaijani and Iranian experts", "his Congolese colleague": men of two states, or one beside another.
        if (office is OfficeClass.Commoner && chunk.Event is null && ((body is "experts" && others.Select(o => o.Entry.Party).Distinct().Count() > 1) || (body is "colleague" or "colleagues" && others.Count > 0 && reading.Tokens[chunk.First].Tag == Tag.Possessive)))
            office = OfficeClass.Person;
        // "the parties" of a war are its sides.
        if (office is OfficeClass.Commoner && body is "parties" && others.Count == 0 && memory.Sides.Pair.Count == 2 && (memory.Sides.AtWar || memory.Sides.OfOneCountry is not null) && chunk.Last - chunk.First < 4 && tokens[chunk.First].Word?.Text is "the" or "both" or "two")
            office = OfficeClass.Force;
        if (office is OfficeClass.Commoner)
        {
            if (body is "committee" or "commission" && others.Select(o => o.Entry.Party).Distinct().Count() > 1)
            {
                foreach (var side in others)
                    chunk.AddModifier(Party.Of(side.Entry, reading.Slice(side.First, side.Last)));
            }

            chunk.IsCommoner = true;
            if (!headIsName)
                return;
        }

        if (office is OfficeClass.Person or OfficeClass.Body or OfficeClass.Force && officeEnd > 0 && (chunk.Event is null || others.Count > 0))
        {
            // What stands behind the office must be its holder, or nothing: "the prime minister's plan" is no actor.
            if (Trails(tokens, officeEnd, limit, unknownFirst, unknownLast, names))
            {
                holders.Add(reading, chunk, others, office.Value, body, unknown, text);
                chunk.IsActor = chunk.Parties.Count > 0 && chunk.Event is null;
                if (office is OfficeClass.Person && chunk.IsActor)
                    memory.Offices.Note(OfficeHolders.Office(tokens, officeEnd, body), chunk.Parties);
                return;
            }
        }

        if (chunk.Event is not null)
        {
            foreach (var name in others)
                chunk.AddParty(knowledge, Party.Of(name.Entry, reading.Slice(name.First, name.Last)));
            if (unknown.Length > 0 && memory.Known(unknown) is { } remembered)
                chunk.AddParty(knowledge, remembered.Named(unknown));
            return;
        }

        if (headIsName)
        {
            var head = others[^1];
            if (head.Entry.Kind == NameKind.Demonym && !IsPeople(reading, chunk, head))
                return;
            foreach (var name in others.Count > 1 && tokens[others[0].Last].Tag == Tag.Genitive ? [others[^1]] : others)
                chunk.AddParty(knowledge, others.Count == 1 && OwnKind(reading, name) is { } own ? own.Named(text) : Party.Of(name.Entry, others.Count == 1 ? text : reading.Slice(name.First, name.Last)));
            chunk.IsActor = true;
            return;
        }

        if (chunk.HeadWord?.NounFrame is not null || WordLists.OwnedMatters.Has(chunk.Head))
        {
            foreach (var name in others)
                chunk.AddModifier(Party.Of(name.Entry, reading.Slice(name.First, name.Last)));
        }

        if (unknownLast == limit - 1 || (unknownLast == limit - 2 && tokens[limit - 1].Tag == Tag.Genitive))
        {
            if (memory.Known(unknown) is { } known)
            {
                chunk.AddParty(knowledge, known.Named(text));
                chunk.IsActor = true;
            }
            else if (Groups.IsAcronym(reading, unknownFirst, unknownLast) && chunk.Event is null)
            {
                chunk.AddParty(knowledge, Groups.Of(unknown, unknown, text));
                chunk.IsActor = true;
            }
            else if (others.Count == 1 && others[0].Entry.Kind is NameKind.State or NameKind.Organisation or NameKind.Group or NameKind.Seat && tokens[others[0].Last].Tag == Tag.Genitive && unknownFirst == others[0].Last + 1 && unknownLast - unknownFirst < 3 && !tokens[unknownFirst].AllCapitals)
            {
                // "Chad's Idriss": whose man he is stands before him.
                var party = Party.Of(others[0].Entry, text);
                party.AddPerson(unknown);
                memory.Remember(unknown, party);
                chunk.AddParty(knowledge, party);
                chunk.IsActor = true;
            }
            else if (others.Count == 1 && others[0].Entry.Kind is NameKind.Demonym or NameKind.State && tokens[others[0].Last].Tag is Tag.Genitive or Tag.Name && chunk.Last - chunk.First < 8 && unknownLast - unknownFirst is > 0 and < 4 && others[0].Entry.Kind is NameKind.Demonym)
            {
                return;
            }
        }
    }

    /// <summary>"ethnic Armenian leaders" of a neighbouring country: of a people, and not of its state.</summary>
    private static bool IsEthnic(Token[] tokens, in NameSpan name) =>
        name.Entry.Kind == NameKind.Demonym && name.First > 0 && tokens[name.First - 1].Is("ethnic");

    // Loops, where a closure would be made for each person.
    private bool HasOther(string party)
    {
        foreach (var other in others)
        {
            if (other.Entry.Party == party)
                return true;
        }

        return false;
    }

    private NameSpan OtherBefore(int token)
    {
        foreach (var other in others)
        {
            if (other.Entry.Kind is not NameKind.Seat && other.First < token)
                return other;
        }

        return default;
    }

    private static bool Trails(Token[] tokens, int from, int limit, int unknownFirst, int unknownLast, List<NameSpan> names)
    {
        for (var i = from; i < limit; i++)
        {
            if (tokens[i].Mark == Mark.Hyphen || tokens[i].Tag is Tag.Name || (tokens[i].Tag is Tag.Number or Tag.Genitive && i == limit - 1))
                continue;
            if (i >= unknownFirst && i <= unknownLast)
                continue;
            if (tokens[i].Tag == Tag.Genitive && names.Count > 0 && names[^1].First > i)
                continue;
            if (tokens[i].Capital && tokens[i].Mark == Mark.Word)
                continue;
            if (tokens[i].Is("designate") || tokens[i].Is("elect"))
                continue;

            // "Teng Hsiao-ping", "Prayut Chan-o-cha": what hangs on by a hyphen.
            if (i > from && tokens[i].Mark == Mark.Word && tokens[i - 1].Mark == Mark.Hyphen)
                continue;
            return false;
        }

        return true;
    }

    /// <summary>"the Serbs", in a text about Bosnia and its Serbs: these, not the neighbouring state.</summary>
    private Party? OwnKind(Reading reading, NameSpan name)
    {
        if (memory.Sides.OfOneCountry is not var (state, group) || name.Entry.Party == state.Id)
            return null;
        return Sides.IsKin(reading, name, group.Name) ? group : null;
    }

    private static bool IsPeople(Reading reading, Chunk chunk, NameSpan name)
    {
        var last = reading.Text[reading.Tokens[name.Last - 1].End - 1];
        return last == 's' || reading.Tokens[chunk.First].Is("the") || (chunk.Last < reading.Tokens.Length && reading.Tokens[chunk.Last].Tag == Tag.Conjunction);
    }
}
