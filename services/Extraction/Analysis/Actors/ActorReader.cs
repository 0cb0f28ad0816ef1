namespace Parley.Extraction.Analysis;

/// <summary>Says for each noun phrase which parties it names, by names, offices and what the article said before.</summary>
internal sealed class ActorReader(Knowledge knowledge, ArticleMemory memory)
{
    private readonly PhraseParties parties = new(knowledge, memory);
    private readonly ActorJoining joining = new(knowledge, memory);

    // Filled anew for each phrase.
    private readonly List<NameSpan> names = [];

    public void Run(Reading reading)
    {
        foreach (var chunk in reading.Chunks)
        {
            if (chunk.Kind == ChunkKind.Noun && !chunk.IsPronoun && !ReadKorea(reading, chunk))
                Read(reading, chunk);
        }

        joining.Run(reading);
    }

    /// <summary>"the North", "the South" where the text speaks of Korea.</summary>
    private bool ReadKorea(Reading reading, Chunk chunk)
    {
        var token = reading.Tokens[chunk.Last - 1];
        if (!token.Capital || chunk.Last - chunk.First > 2 || !(token.Is("north") || token.Is("south")))
            return false;
        if (!reading.Names.Exists(n => n.Entry.Country is "PRK" or "KOR" or null && n.Entry.Party.Contains("KOR", StringComparison.Ordinal) | n.Entry.Party == "PRK") && !memory.Recent.Exists(p => p.Id is "PRK"))
            return false;
        var id = token.Is("north") ? "PRK" : "KOR";
        chunk.AddParty(knowledge, new Party { Id = id, Name = knowledge.PartyName(id), Text = reading.Slice(chunk.First, chunk.Last), Known = true, Country = id });
        chunk.IsActor = true;
        return true;
    }

    private void Read(Reading reading, Chunk chunk)
    {
        var tokens = reading.Tokens;
        var office = default(OfficeClass?);
        var officeEnd = -1;
        var body = "";
        var rebel = false;
        var unknownFirst = -1;
        var unknownLast = -1;
        var limit = chunk.Event is null ? chunk.Last : chunk.EventAt;
        names.Clear();
        for (var i = chunk.First; i < limit;)
        {
            if (reading.NameAt(i) is { } name)
            {
                i = name.Last;
                if (name.Last > limit && chunk.Event is not null)
                    continue;
                if (i + 1 < tokens.Length && tokens[i].Mark == Mark.Hyphen && tokens[i + 1].Word is { } qualifier)
                {
                    if (WordLists.Brokering.Has(qualifier.Text) && chunk.Event is not null)
                    {
                        chunk.AddMediator(Party.Of(name.Entry, reading.Slice(name.First, name.Last)));
                        i += 2;
                        continue;
                    }

                    if (WordLists.Backing.Has(qualifier.Text) || qualifier.Text is "brokered" or "mediated" or "led" && chunk.Event is null && qualifier.Text != "led")
                    {
                        i += 2;
                        continue;
                    }
                }

                names.Add(name);
                continue;
            }

            var end = knowledge.Offices.Match(tokens.AsSpan(0, limit), i, out var found);
            if (found is not null && (tokens[i].Tag is not Tag.Name || tokens[i].Capital))
            {
                // The last office of the phrase is its head; persons before names win over their ministries.
                if (office is not OfficeClass.Person || found[0] is OfficeClass.Person || end == limit)
                {
                    rebel |= office is OfficeClass.Force && body is "rebel" or "guerrilla" or "insurgent" or "separatist" or "militia" or "militant" || (found[0] == OfficeClass.Person && found.Count > 0 && WordLists.OfRebels.Has(tokens[i].Word?.Text));
                    office = found[0];
                    body = office is OfficeClass.Force && end - i > 1 && tokens[i].Word?.Text is "rebel" or "armed" or "guerrilla" or "militant" or "insurgent" or "separatist" ? "rebels" : tokens[end - 1].Word!.Text;
                    officeEnd = end;
                }

                i = end;
                continue;
            }

            if (tokens[i].Tag == Tag.Name && tokens[i].Mark == Mark.Word)
            {
                if (unknownFirst < 0 || unknownLast < i - 1)
                    unknownFirst = i;
                unknownLast = i;
            }

            i++;
        }

        // "Chad's rebel army", "the largest rebel force": no state's.
        if (rebel && unknownFirst < 0 && (office == OfficeClass.Person || (office == OfficeClass.Force && WordLists.NoRebels.Has(body))))
        {
            office = OfficeClass.Force;
            body = "rebels";
        }

        // Names of persons between commas and offices: "Foreign Minister Luigi Di Maio".
        parties.Add(reading, chunk, new PhraseNames(names, office, officeEnd, body, unknownFirst, unknownLast, limit));
    }
}
