namespace Parley.Extraction.Analysis;

/// <summary>Whose an office or a force is: by the names beside it, else by what the article said before.</summary>
internal sealed class OfficeHolders(Knowledge knowledge, ArticleMemory memory)
{
    /// <summary>Adds the parties of an office to its phrase.</summary>
    public void Add(Reading reading, Chunk chunk, List<NameSpan> others, OfficeClass office, string body, string unknown, string text)
    {
        var rebels = office == OfficeClass.Force && !WordLists.NoRebels.Has(body);
        if (others.Count > 0)
        {
            // "Somalia's al-Shabaab militants": the group is named, the country only says where.
            var named = office == OfficeClass.Force && others.Exists(o => o.Entry.Kind == NameKind.Group);
            foreach (var name in others)
            {
                if (named && name.Entry.Kind is NameKind.State or NameKind.Demonym)
                    continue;

                // "Chad's largest rebel group", in a text about Chad and one of them.
                if (rebels && body != "opposition" && others.Count == 1 && memory.Sides.OfOneCountry is var (home, group) && home.Id == name.Entry.Party && !IsAnother(reading.Tokens, chunk))
                {
                    chunk.AddParty(knowledge, group.Named(text));
                    return;
                }

                var party = rebels && name.Entry.Kind is NameKind.State or NameKind.Demonym
                    ? new Party { Id = name.Entry.Party + (body == "opposition" ? ".OPP" : ".REB"), Name = name.Entry.Name + " " + body, Text = text, Known = true, Country = name.Entry.Country }
                    : Party.Of(name.Entry, others.Count == 1 ? text : reading.Slice(name.First, name.Last));
                if (unknown.Length > 0 && office == OfficeClass.Person && others.Count == 1)
                {
                    party.AddPerson(unknown);
                    memory.Remember(unknown, party);
                }

                chunk.AddParty(knowledge, party);
            }

            return;
        }

        if (unknown.Length > 0 && memory.Known(unknown) is { } known)
        {
            chunk.AddParty(knowledge, known.Named(text));
            return;
        }

        if (unknown.Length == 0 && AddTold(reading, chunk, office, body, text))
            return;

        if (office == OfficeClass.Force && (unknown.Length > 0 || (reading.Tokens[chunk.Last - 1].Capital && chunk.Last - chunk.First > 2 && !reading.Sentence.IsTitle)))
        {
            chunk.AddParty(knowledge, Groups.Named(reading, chunk, unknown.Length > 0 ? unknown : text, text, memory));
            return;
        }

        // An office without a name of its party: its holder, or the body, in the country that the article is about is not guessed here.
        var slug = Party.Slug(unknown.Length > 0 ? unknown : rebels ? "rebels" : body);
        var generic = new Party { Id = slug, Name = unknown.Length > 0 ? unknown : text, Text = text, Known = unknown.Length > 0, Weak = unknown.Length == 0 && (office == OfficeClass.Force ? !IsFighters(body) : IsVague(body)), Fighters = office == OfficeClass.Force && unknown.Length == 0 && IsFighters(body) || (rebels && unknown.Length == 0) };
        if (unknown.Length > 0)
            generic.AddPerson(unknown);
        chunk.AddParty(knowledge, generic);
    }

    /// <summary>"the envoy", "the prince", "the three ministers", "the rebels", "government negotiators": whom the article named so before, or the side that it is of.</summary>
    private bool AddTold(Reading reading, Chunk chunk, OfficeClass office, string body, string text)
    {
        if (chunk.IsPlural && office == OfficeClass.Person && reading.Tokens[chunk.First].Is("the") && !IsOfAnother(reading.Tokens, chunk))
        {
            var named = memory.Offices.Holders(body, reading.Tokens[chunk.First + 1].Word?.Text switch { "two" => 2, "three" => 3, "four" => 4, "five" => 5, _ => 0 });
            for (var i = 0; i < named.Count; i++)
                chunk.AddParty(knowledge, named[i].Named(text));
        }

        if (chunk.Parties.Count == 0 && ToldBefore(reading, chunk, office, body) is { } told)
            chunk.AddParty(knowledge, told.Named(text));
        return chunk.Parties.Count > 0;
    }

    /// <summary>"another rebel group", "a smaller guerrilla movement": not the one that the text is about.</summary>
    private static bool IsAnother(Token[] tokens, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (WordLists.Another.Has(tokens[i].Word?.Text))
                return true;
        }

        return false;
    }

    /// <summary>"the oldest and largest rebel army": the one that the text is about.</summary>
    private static bool IsMain(Token[] tokens, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (WordLists.Foremost.Has(tokens[i].Word?.Text))
                return i == chunk.First || !tokens[i - 1].Is("second") && tokens[i - 1].Mark != Mark.Hyphen;
        }

        return false;
    }

    /// <summary>"the army of the republic": whose it is stands behind it.</summary>
    private static bool IsOfAnother(Token[] tokens, Chunk chunk) =>
        chunk.Last < tokens.Length && (tokens[chunk.Last].Is("of") || tokens[chunk.Last].Is("from") || tokens[chunk.Last].Is("for"));

    private Party? ToldBefore(Reading reading, Chunk chunk, OfficeClass office, string body)
    {
        var tokens = reading.Tokens;
        var the = tokens[chunk.First].Is("the");
        if (IsOfAnother(tokens, chunk))
            return null;
        if (memory.Sides.OfOneCountry is var (state, group))
        {
            if (office == OfficeClass.Force && WordLists.Rebels.Has(body) && (chunk.Last - chunk.First <= (the ? 2 : 1) || IsMain(tokens, chunk)) && (memory.LastGroupOf(state) ?? group) is var named && (IsMain(tokens, chunk) || !IsNamed(reading, named)))
                return named;
            if ((the || chunk.Last - chunk.First > 1) && WordLists.OwnForces.Has(tokens[the ? chunk.First + 1 : chunk.First].Word?.Text))
                return state;
        }

        return office == OfficeClass.Person && the && !chunk.IsPlural && chunk.Last - chunk.First < 5 ? memory.Offices.Holder(Office(tokens, chunk.Last, body)) ?? BareOffices.Holder(tokens, chunk, body, memory) : null;
    }

    private static bool IsNamed(Reading reading, Party party)
    {
        foreach (var name in reading.Names)
        {
            if (name.Entry.Party == party.Id)
                return true;
        }

        return false;
    }

    /// <summary>The office's last word; "premier" for a prime minister, who is not "the minister" of later sentences.</summary>
    public static string Office(Token[] tokens, int end, string body) =>
        body != "minister" || end < 2 || !tokens[end - 2].Is("prime") ? body : end > 2 && tokens[end - 3].Is("second") ? "second premier" : "premier";

    private static bool IsFighters(string body) =>
        WordLists.Fighters.Has(body);

    private static bool IsVague(string body) =>
        WordLists.VagueBodies.Has(body) || body.EndsWith('s');
}
