namespace Parley.Extraction.Analysis;

/// <summary>Reads a noun phrase from its first token: how far it goes, its head, and the event that it names.</summary>
internal sealed class NounGroups(Knowledge knowledge)
{
    public int Read(Reading reading, int first)
    {
        var tokens = reading.Tokens;
        if (tokens[first].Tag == Tag.Pronoun)
        {
            var pronoun = reading.NewChunk(ChunkKind.Noun, first, first + 1);
            pronoun.Head = tokens[first].Word!.Text;
            pronoun.IsPronoun = true;
            reading.Chunks.Add(pronoun);
            return first + 1;
        }

        var i = first;
        while (i < tokens.Length && Goes(reading, first, i))
        {
            // "Secretary of State": an office may reach over a preposition.
            var end = tokens[i].Tag is Tag.Noun or Tag.Adjective ? knowledge.Offices.Match(tokens, i, out _) : i;
            i = Math.Max(end, i + 1);
        }

        var last = i;
        while (last > first + 1 && tokens[last - 1].Mark == Mark.Hyphen)
            last--;
        var chunk = reading.NewChunk(IsPredicate(reading, first, last) ? ChunkKind.Predicate : ChunkKind.Noun, first, last);
        Describe(reading, chunk);
        reading.Chunks.Add(chunk);
        return i;
    }

    /// <summary>"due", "ready", "likely" behind a form of "be".</summary>
    private bool IsPredicate(Reading reading, int first, int last)
    {
        var tokens = reading.Tokens;
        if (tokens[last - 1].Word is not { } word || last - first > 2)
            return false;
        return (word.Is(WordClass.Adjective | WordClass.Adverb | WordClass.Preposition) || WordLists.PredicateWords.Has(word.Text)) && knowledge.Attitudes.ContainsKey(word.Text)
            && (last == tokens.Length || tokens[last].Tag is Tag.To or Tag.Preposition or Tag.Auxiliary || tokens[last].Is("of"));
    }

    private static bool Goes(Reading reading, int first, int i)
    {
        var tokens = reading.Tokens;
        ref readonly var token = ref tokens[i];
        if (token.Mark == Mark.Hyphen)
            return i + 1 < tokens.Length && i > first;
        var glued = i > first && tokens[i - 1].Mark == Mark.Hyphen;
        switch (token.Tag)
        {
            case Tag.Adjective or Tag.Noun or Tag.Name or Tag.Number or Tag.Genitive:
                if (token.Word?.Text is "due" && i > first && tokens[i - 1].Tag is Tag.Noun or Tag.Name)
                    return false;

                // "a truce beginning on December 20".
                if (token.Word?.Text is "beginning" or "starting" && i > first && tokens[i - 1].Tag == Tag.Noun && i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Preposition | WordClass.Weekday))
                    return false;
                return i == first || !StartsDate(tokens, first, i);
            case Tag.Determiner or Tag.Possessive:
                return i == first || (i > first && (tokens[i - 1].Tag == Tag.Determiner || (tokens[i - 1].Tag == Tag.Possessive && token.Word?.Text is "most" or "many" or "all"))) || glued;
            case Tag.Verb or Tag.Adverb or Tag.Preposition or Tag.Auxiliary or Tag.To:
                if (glued)
                    return true;
                if (i + 1 < tokens.Length && tokens[i + 1].Mark == Mark.Hyphen && token.Tag is not Tag.Auxiliary && i + 2 < tokens.Length)
                    return true;
                return token.Tag == Tag.Adverb && i > first && tokens[i - 1].Tag is Tag.Determiner or Tag.Possessive or Tag.Genitive or Tag.Adjective && i + 1 < tokens.Length && tokens[i + 1].Tag is Tag.Adjective or Tag.Noun || (token.Is("ever") && i > first);
            case Tag.Conjunction:
                return JoinsWithin(reading, first, i);
            default:
                // "a 'great letter'": a quotation opened inside the phrase.
                if (token.Mark == Mark.Quote && i > first && tokens[i - 1].Tag is Tag.Determiner or Tag.Adjective or Tag.Possessive && i + 1 < tokens.Length && tokens[i + 1].Tag is Tag.Noun or Tag.Adjective)
                    return true;
                return token.Mark == Mark.Comma && JoinsWithin(reading, first, i);
        }
    }

    /// <summary>"On Saturday night Secretary General": a part of a day ends its phrase where a title or a name begins.</summary>
    private static bool EndsDate(Token[] tokens, int i) =>
        i > 1 && tokens[i].Capital && tokens[i - 1].Word?.Text is "night" or "morning" or "afternoon" or "evening" && !tokens[i - 1].Capital && (tokens[i - 2].Is(WordClass.Weekday) || tokens[i - 2].Is("that") || tokens[i - 2].Is("this"))
        || (i > 1 && tokens[i].Capital && tokens[i - 1].Word?.Text is "day" or "eve" && tokens[i - 1].Capital && tokens[i - 2].Word?.Text is "christmas" or "boxing" or "year's");

    /// <summary>The words that <see cref="StartsDate"/> asks for.</summary>
    public static bool MayBeginTime(string word) => word is "next" or "last" or "this" or "hours" or "minutes" or "days" or "weeks" or "moments";

    /// <summary>"met Putin Tuesday": the day is a phrase of its own.</summary>
    private static bool StartsDate(Token[] tokens, int first, int i) =>
        EndsDate(tokens, i)
        || OpeningTimes.EndAt(tokens, first, i)
        || (tokens[i].Is(WordRules.Time) && tokens[i].Word?.Text is "next" or "last" or "this" && i + 1 < tokens.Length && (tokens[i + 1].Is(WordClass.Weekday | WordClass.Month) || tokens[i + 1].Word?.Text is "week" or "month" or "year" or "weekend"))
        || (tokens[i].Tag is Tag.Number && tokens[i - 1].Tag is Tag.Noun or Tag.Name && !tokens[i - 1].Is(WordClass.Month) && i + 1 < tokens.Length && tokens[i + 1].Word?.Text is "days" or "weeks" or "months" or "years" or "hours" or "minutes")
        || (tokens[i].Is(WordRules.Time) && tokens[i].Word?.Text is "hours" or "minutes" or "days" or "weeks" or "moments" && tokens[i - 1].Tag is Tag.Noun or Tag.Name && !tokens[i - 1].Is(WordClass.Number) && i + 1 < tokens.Length && tokens[i + 1].Word?.Text is "after" or "before" or "ahead" or "later")
        || tokens[i].Is(WordClass.Weekday) && tokens[i - 1].Tag is Tag.Name or Tag.Noun && !(i + 1 < tokens.Length && tokens[i + 1].Tag is Tag.Genitive or Tag.Noun && !tokens[i + 1].Is(WordClass.Month))
        && !tokens[i - 1].Is(WordClass.Month | WordClass.Weekday);

    /// <summary>"Turkish and Italian foreign ministers", "foreign and defence ministries": the conjunction stands inside one phrase.</summary>
    private static bool JoinsWithin(Reading reading, int first, int i)
    {
        var tokens = reading.Tokens;
        if (i == first || i + 1 >= tokens.Length)
            return false;
        if (IsDemonym(reading, i - 1))
        {
            for (var j = i + 1; j < tokens.Length && j < i + 8; j++)
            {
                if (tokens[j].Tag == Tag.Name)
                {
                    if (!IsDemonym(reading, j))
                        return false;
                    continue;
                }

                if (tokens[j].Tag is Tag.Conjunction || tokens[j].Mark is Mark.Comma or Mark.Hyphen)
                    continue;
                return j > i + 1 && tokens[j].Tag is Tag.Noun or Tag.Adjective;
            }

            return false;
        }

        return tokens[i].Is("and") && IsField(tokens[i - 1]) && IsField(tokens[i + 1]) && tokens[i - 1].Tag is Tag.Adjective or Tag.Noun;
    }

    private static bool IsField(in Token token) =>
        WordLists.Fields.Has(token.Word?.Text);

    private static bool IsDemonym(Reading reading, int token)
    {
        foreach (var name in reading.Names)
        {
            if (token >= name.First && token < name.Last)
                return name.Entry.Kind is NameKind.Demonym || (name.Entry.Capitals && name.Entry.Kind is NameKind.Organisation or NameKind.State && name.Last == token + 1);
        }

        return false;
    }

    private void Describe(Reading reading, Chunk chunk)
    {
        var tokens = reading.Tokens;
        var head = tokens[chunk.Last - 1];
        chunk.HeadWord = head.Word is { IsEnding: true } ? null : head.Word;
        if (head.Tag == Tag.Name)
            chunk.Head = "";
        else if (chunk.HeadWord is { } listed)
            chunk.Head = listed.Text;
        else
            chunk.SetHead(reading.Text, head.Start, head.End);
        chunk.IsPlural = head.Tag == Tag.Noun && reading.Text[head.End - 1] == 's' && !head.Is("us");
        chunk.IsDefinite = tokens[chunk.First].Tag is Tag.Determiner or Tag.Possessive && !tokens[chunk.First].Is("a") && !tokens[chunk.First].Is("an");
        FindEvent(reading, chunk);
        chunk.IsDate = chunk.Event is null && IsDate(tokens, chunk);
    }

    private void FindEvent(Reading reading, Chunk chunk)
    {
        var tokens = reading.Tokens;
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (tokens[i].Word is not { IsTrigger: true })
                continue;
            var end = knowledge.Events.Match(tokens, i, out var found);
            if (found is null || (tokens[i].Tag is Tag.Name && tokens[i].Word!.Text is not "summit"))
                continue;
            if (tokens[end - 1].Is("talk") && end < tokens.Length && tokens[end].Word?.Text is "of" or "about" or "that" or "is" or "show" or "shows" or "radio")
                continue;
            if (tokens[end - 1].Is("call") && (end < tokens.Length && tokens[end].Word?.Text is "for" or "to" or "by" or "from" or "of" or "on" && !(end + 1 < tokens.Length && tokens[end + 1].Is(WordClass.Weekday | WordClass.Month)) || (i > 0 && tokens[i - 1].Is("on"))) && end == i + 1)
                continue;

            // "cessation of hostilities" reaches over the preposition; the phrase takes it in.
            if (end > chunk.Last)
            {
                chunk.Last = end;
                chunk.HeadWord = tokens[end - 1].Word;
            }

            var next = end < chunk.Last ? tokens[end].Word?.Text : null;

            // The later noun is the event: "ceasefire talks", "summit meeting"; "meeting room", "visit programme" are none.
            if (next is not null && end < chunk.Last && tokens[end].Tag is Tag.Noun or Tag.Verb)
            {
                var compound = tokens[end].Word?.Compound;
                if (found[0].Type == Parley.Contracts.EntryType.Ceasefire && compound is not null && end + 1 >= chunk.Last | compound is "same" or "attempt" or "violated")
                {
                    chunk.Event = found[0];
                    chunk.EventAt = i;
                    chunk.Compound = compound;
                    if (end + 1 < chunk.Last && tokens[end + 1].Word?.Compound is { } further && compound == "same")
                        chunk.Compound = further;
                    return;
                }

                var inner = knowledge.Events.Match(tokens, end, out var later);
                if (later is null && inner == end && tokens[end].Mark == Mark.Word && !tokens[end].Is(WordClass.Month | WordClass.Weekday))
                    continue;
                if (later is not null)
                    continue;
            }

            chunk.Event = found[0];
            chunk.EventAt = i;
            return;
        }
    }

    private static bool IsDate(Token[] tokens, Chunk chunk)
    {
        var head = tokens[chunk.Last - 1];
        if (head.Tag == Tag.Name)
            return false;
        if (head.Is(WordClass.Weekday | WordClass.Month))
            return true;
        if (head.Is(WordRules.TimeWord))
            return true;
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (tokens[i].Tag is not Tag.Number && !tokens[i].Is(WordClass.Month | WordClass.Weekday))
                return false;
        }

        return true;
    }
}
