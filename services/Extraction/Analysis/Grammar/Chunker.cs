namespace Parley.Extraction.Analysis;

/// <summary>Groups tagged tokens into noun phrases, verb groups and what joins them.</summary>
internal sealed class Chunker(Knowledge knowledge)
{
    public void Run(Reading reading)
    {
        var tokens = reading.Tokens;
        var i = 0;
        while (i < tokens.Length)
        {
            var next = tokens[i].Tag switch
            {
                Tag.Determiner or Tag.Possessive or Tag.Adjective or Tag.Noun or Tag.Name or Tag.Number or Tag.Pronoun => ReadNoun(reading, i),
                Tag.Auxiliary or Tag.Verb or Tag.To or Tag.Negation => ReadVerb(reading, i),
                Tag.Genitive => i + 1,
                Tag.Adverb => i + 1,
                _ => ReadMark(reading, i),
            };
            i = Math.Max(next, i + 1);
        }

        DropAsides(reading.Chunks);
        JoinAuxiliaries(reading);
        FindHalts(reading.Chunks);
        FindClauses(reading.Chunks);
        FindReduced(reading);
        FindShared(reading);
    }

    /// <summary>"a halt to all shelling", "the pause in its operations": a ceasefire in other words.</summary>
    private void FindHalts(List<Chunk> chunks)
    {
        for (var i = 0; i + 2 < chunks.Count; i++)
        {
            var halt = chunks[i];
            if (halt.Kind != ChunkKind.Noun || halt.Event is not null || chunks[i + 1].Kind != ChunkKind.Preposition || chunks[i + 1].Head is not ("to" or "in" or "of" or "on") || !knowledge.Halts.TryGetValue(halt.Head, out var strong)
                || chunks[i + 2] is not { Kind: ChunkKind.Noun, Event: null } fighting || !knowledge.Hostilities.TryGetValue(fighting.Head, out var mutual) || !(mutual || strong))
                continue;
            halt.Event = new EventNoun(Parley.Contracts.EntryType.Ceasefire, halt.Head is "pause" or "lull" or "respite" or "break" ? Parley.Contracts.EntryKind.HumanitarianPause : Parley.Contracts.EntryKind.CessationOfHostilities, strong);
            halt.EventAt = halt.Last - 1;
            halt.Last = fighting.Last;
            halt.IsDate = false;
            chunks.RemoveRange(i + 1, 2);
        }
    }

    /// <summary>"will not, after all, meet", "has on Tuesday refused": what stands between the auxiliary and its verb does not part them.</summary>
    private static void JoinAuxiliaries(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = 0; i + 2 < chunks.Count; i++)
        {
            var auxiliary = chunks[i];
            if (auxiliary.Kind != ChunkKind.Verb || (auxiliary.Lemma.Length > 0 && !(auxiliary.Lemma is "have" or "be" && chunks[i + 1].Kind is ChunkKind.Comma or ChunkKind.Preposition)) || auxiliary.Infinitive || auxiliary.Gerund)
                continue;
            var verb = i + 1;
            var commas = 0;
            var none = false;
            while (verb < chunks.Count && verb < i + 7 && (chunks[verb].Kind is ChunkKind.Comma or ChunkKind.Preposition || chunks[verb].IsDate || (chunks[verb].Kind == ChunkKind.Noun && chunks[verb - 1].Kind == ChunkKind.Preposition && !chunks[verb].IsActor && auxiliary.Lemma.Length == 0)))
            {
                // "will under no circumstances meet".
                none |= chunks[verb].Kind == ChunkKind.Noun && reading.Tokens[chunks[verb].First].Is("no");
                commas += chunks[verb++].Kind == ChunkKind.Comma ? 1 : 0;
            }

            if (verb >= chunks.Count || verb == i + 1 || chunks[verb] is not { Kind: ChunkKind.Verb, Modal: null, Infinitive: false } joined || commas == 1)
                continue;
            var word = reading.Tokens[joined.Last - 1];
            if (auxiliary.Lemma.Length == 0 ? !(reading.Tokens[joined.First].Is(WordClass.Base) || joined.Lemma is "be" or "have") : auxiliary.Lemma == "have" ? !word.Is(WordClass.Participle) : !word.Is(WordClass.Participle | WordClass.Gerund))
                continue;
            joined.Modal = auxiliary.Modal;
            joined.Negated |= auxiliary.Negated || none;
            joined.Past |= auxiliary.Past;
            joined.Reduced = false;
            if (auxiliary.Lemma == "have" || auxiliary.Perfect)
                joined.Perfect = true;
            if (auxiliary.Lemma == "be")
                (joined.Passive, joined.Progressive, joined.Gerund) = (word.Is(WordClass.Participle) && !joined.Gerund, joined.Gerund, false);
            chunks.RemoveAt(i);
            if (commas == 2 && chunks[i].Kind == ChunkKind.Comma)
            {
                chunks.RemoveAt(i);
                chunks.RemoveAt(verb - 3);
            }
        }
    }

    /// <summary>"held what officials described as frank talks": whose words they are does not part the verb from its object.</summary>
    private static void DropAsides(List<Chunk> chunks)
    {
        for (var i = 1; i + 2 < chunks.Count; i++)
        {
            if (chunks[i] is not { Kind: ChunkKind.Subordinator, Head: "what" } || chunks[i + 1].Kind != ChunkKind.Noun)
                continue;
            var verb = i + 2;
            while (verb < chunks.Count && chunks[verb].Kind is ChunkKind.Noun or ChunkKind.Preposition && verb < i + 6)
                verb++;
            if (verb + 1 >= chunks.Count || chunks[verb].Kind != ChunkKind.Verb || chunks[verb].Lemma is not ("describe" or "call" or "term" or "dub" or "label" or "bill" or "characterise" or "characterize"))
                continue;
            var last = chunks[verb + 1].Head == "as" && chunks[verb + 1].Kind is ChunkKind.Subordinator or ChunkKind.Preposition ? verb + 1 : verb;
            while (last + 1 < chunks.Count && chunks[last + 1].Kind == ChunkKind.Quote)
                last++;
            chunks.RemoveRange(i, last - i + 1);
        }
    }

    /// <summary>"a delegation led by his deputy was": a bare participle with "by" behind its noun is no verb of the clause.</summary>
    private static void FindReduced(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = 1; i + 2 < chunks.Count; i++)
        {
            var verb = chunks[i];
            if (verb.Kind == ChunkKind.Verb && verb.Last - verb.First == 1 && verb.Past && !verb.Passive && chunks[i - 1].Kind == ChunkKind.Noun && chunks[i + 1] is { Kind: ChunkKind.Preposition, Head: "by" } && !chunks[i + 2].IsDate && chunks[i + 2].Kind == ChunkKind.Noun && reading.Tokens[verb.First].Is(WordClass.Participle))
            {
                verb.Reduced = true;
                verb.Past = false;
            }
        }
    }

    /// <summary>"offered to host and mediate talks", "will fly to Cairo and meet": a bare verb behind a conjunction is to be, as the one before it.</summary>
    private static void FindShared(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = 1; i < chunks.Count; i++)
        {
            var verb = chunks[i];
            if (verb.Kind != ChunkKind.Verb || chunks[i - 1].Kind != ChunkKind.Conjunction || !verb.Finite || verb.Modal is not null || verb.Past || verb.Perfect || verb.Passive || verb.Progressive || verb.Lemma is "be" or "have" || !reading.Tokens[verb.First].Is(WordClass.Base))
                continue;
            for (var j = i - 2; j >= 0; j--)
            {
                if (chunks[j].Kind is ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Relative)
                    break;
                if (chunks[j].Kind != ChunkKind.Verb || chunks[j].Reduced || chunks[j].Gerund)
                    continue;
                if (chunks[j].Infinitive || chunks[j].Modal is not null)
                    verb.With = chunks[j].With ?? chunks[j];
                break;
            }
        }
    }

    /// <summary>"after Putin met Macron": before a clause of its own the preposition is a conjunction.</summary>
    private static void FindClauses(List<Chunk> chunks)
    {
        for (var i = 0; i + 1 < chunks.Count; i++)
        {
            // "talked until dawn with": no clause follows.
            if (chunks[i] is { Kind: ChunkKind.Subordinator, Head: "until" or "till" or "since" } && chunks[i + 1] is { Kind: ChunkKind.Noun, IsActor: false } && (i + 2 == chunks.Count || chunks[i + 2].Kind is not (ChunkKind.Verb or ChunkKind.Noun or ChunkKind.Conjunction)) && chunks[i + 1].Event is null && chunks[i + 1].IsDate)
                chunks[i].Kind = ChunkKind.Preposition;
        }

        for (var i = 0; i + 2 < chunks.Count; i++)
        {
            if (chunks[i].Kind != ChunkKind.Preposition || chunks[i].Head is not ("after" or "before" or "since" or "until" or "till" or "as" or "like" or "than"))
                continue;
            var j = i + 1;
            while (j < chunks.Count && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Conjunction || (j > i + 1 && j < chunks.Count && chunks[j].Kind == ChunkKind.Preposition && chunks[j].Head is "of" or "in" or "from" or "on" or "to" or "for" or "with" or "between" or "among"))
                j++;
            if (j < chunks.Count && j > i + 1 && chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite && chunks[j - 1].Kind == ChunkKind.Noun && !chunks[j - 1].IsDate)
                chunks[i].Kind = ChunkKind.Subordinator;
        }
    }

    private static int ReadMark(Reading reading, int i)
    {
        ref readonly var token = ref reading.Tokens[i];
        ChunkKind? kind = token.Tag switch
        {
            Tag.Preposition => ChunkKind.Preposition,
            Tag.Conjunction => ChunkKind.Conjunction,
            Tag.Subordinator => ChunkKind.Subordinator,
            Tag.Relative => ChunkKind.Relative,
            _ => token.Mark switch
            {
                Mark.Comma => ChunkKind.Comma,
                Mark.Open => ChunkKind.Open,
                Mark.Close => ChunkKind.Close,
                Mark.Quote => ChunkKind.Quote,
                Mark.Dash or Mark.Stop or Mark.Period => ChunkKind.Break,
                _ => null,
            },
        };
        if (kind is { } k)
        {
            var mark = reading.NewChunk(k, i, i + 1);
            mark.Head = token.Word?.Text ?? "";
            reading.Chunks.Add(mark);
        }

        return i + 1;
    }

    private int ReadNoun(Reading reading, int first)
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
        if (tokens[last - 1].Word is not { } word || !knowledge.Attitudes.ContainsKey(word.Text))
            return false;
        return last - first <= 2 && word.Is(WordClass.Adjective | WordClass.Adverb | WordClass.Preposition) | word.Text is "due" or "ready" or "willing" or "eager" or "keen" or "unwilling" or "reluctant" or "able" or "unable" or "unlikely" or "bound" or "poised" or "glad" or "happy" or "certain" or "guilty" or "supposed"
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

    /// <summary>"met Putin Tuesday": the day is a phrase of its own.</summary>
    private static bool StartsDate(Token[] tokens, int first, int i) =>
        (tokens[i].Word?.Text is "next" or "last" or "this" && i + 1 < tokens.Length && (tokens[i + 1].Is(WordClass.Weekday | WordClass.Month) || tokens[i + 1].Word?.Text is "week" or "month" or "year" or "weekend"))
        || (tokens[i].Tag is Tag.Number && tokens[i - 1].Tag is Tag.Noun or Tag.Name && !tokens[i - 1].Is(WordClass.Month) && i + 1 < tokens.Length && tokens[i + 1].Word?.Text is "days" or "weeks" or "months" or "years" or "hours" or "minutes")
        || (tokens[i].Word?.Text is "hours" or "minutes" or "days" or "weeks" or "moments" && tokens[i - 1].Tag is Tag.Noun or Tag.Name && !tokens[i - 1].Is(WordClass.Number) && i + 1 < tokens.Length && tokens[i + 1].Word?.Text is "after" or "before" or "ahead" or "later")
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
        token.Word?.Text is "foreign" or "political" or "military" or "economic" or "civilian" or "state" or "defence" or "defense" or "security" or "trade" or "interior" or "finance" or "diplomatic" or "humanitarian";

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
        if (head.Word?.Text is "spring" or "summer" or "autumn" or "winter" or "week" or "weeks" or "month" or "months" or "year" or "years" or "day" or "days" or "weekend" or "hours" or "hour" or "morning" or "evening" or "night" or "afternoon" or "today" or "minutes" or "time" or "decade" or "decades" or "midnight" or "noon" or "gmt" or "ago" or "earlier")
            return true;
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (tokens[i].Tag is not Tag.Number && !tokens[i].Is(WordClass.Month | WordClass.Weekday))
                return false;
        }

        return true;
    }

    private int ReadVerb(Reading reading, int first)
    {
        var tokens = reading.Tokens;
        var chunk = reading.NewChunk(ChunkKind.Verb, first, first);
        var i = first;
        Word? be = null;
        if (tokens[i].Tag == Tag.To)
        {
            chunk.Infinitive = true;
            i++;
        }

        for (; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var word = token.Word;
            if (token.Tag == Tag.Adverb && i > first && LeadsOn(tokens, i) && !(token.Is("likely") && be is not null))
                continue;
            if (token.Tag == Tag.Negation)
            {
                chunk.Negated = true;
                chunk.NoLonger |= token.Is("longer");
                continue;
            }

            if (token.Tag == Tag.Auxiliary && word is not null)
            {
                if (word.Is(WordClass.Modal) && !(word.Is(WordClass.Be | WordClass.Have | WordClass.Do)))
                {
                    chunk.Modal = word.Text is "'ll" or "wo" or "shall" ? "will" : word.Text is "ca" or "cannot" ? "can" : word.Text;
                    chunk.Negated |= word.Text == "cannot";
                    be = null;
                }
                else if (word.Is(WordClass.Be))
                {
                    be = word;
                    chunk.Past |= word.Text is "was" or "were" or "been";
                }
                else if (word.Is(WordClass.Have))
                {
                    chunk.Lemma = "have";
                    chunk.Perfect = true;
                    chunk.Past |= word.Text == "had";
                }
                else
                {
                    chunk.Lemma = "do";
                    chunk.Past |= word.Text == "did";
                }

                continue;
            }

            if (token.Tag == Tag.Verb && word is not null)
            {
                Finish(chunk, word, be, tokens, i, first);
                i++;
                break;
            }

            // "is to meet", "had to": the infinitive behind takes the modal.
            if (token.Tag == Tag.To && be is not null && chunk.Lemma.Length == 0 && i > first && i + 1 < tokens.Length)
            {
                chunk.Modal = "to";
                be = null;
                continue;
            }

            break;
        }

        // "have been under way", "has been on hold" tell what is; "had been in force" tells what was before.
        if (chunk.Lemma.Length == 0 || (chunk.Lemma == "have" && be is not null && chunk.Modal is null && tokens[first].Word?.Text is "has" or "have"))
            chunk.Lemma = be is null ? "" : "be";
        if (chunk.Lemma == "have" && tokens[i - 1].Is(WordClass.Have))
            chunk.Perfect = false;
        while (i > first + 1 && tokens[i - 1].Tag == Tag.Adverb)
            i--;
        chunk.Last = i;
        if (tokens[first].Word?.Text is "having" or "being" && chunk.Modal is null && i > first + 1)
            chunk.Gerund = true;
        reading.Chunks.Add(chunk);
        AddParticle(reading, chunk);
        return chunk.Last;
    }

    private static bool LeadsOn(Token[] tokens, int i)
    {
        while (i < tokens.Length && tokens[i].Tag == Tag.Adverb)
            i++;
        return i < tokens.Length && tokens[i].Tag is Tag.Verb or Tag.Auxiliary or Tag.Negation or Tag.To;
    }

    private static void Finish(Chunk chunk, Word word, Word? be, Token[] tokens, int i, int first)
    {
        var bare = i == first || (chunk.Modal is null && be is null && !chunk.Perfect && chunk.Lemma.Length == 0 && !chunk.Infinitive);
        chunk.Lemma = word.Lemma ?? word.Text;
        if (word.Is(WordClass.Gerund) && !word.Is(WordClass.Base))
        {
            chunk.Progressive = be is not null;
            chunk.Gerund = be is null;
        }
        else if (be is not null && word.Is(WordClass.Participle) && be.Text != "be" | chunk.Modal is not null | chunk.Infinitive)
        {
            chunk.Passive = true;
        }
        else if (bare)
        {
            chunk.Past |= word.Is(WordClass.Past) && !word.Is(WordClass.Base);
            chunk.Reduced = word.Is(WordClass.Participle) && !word.Is(WordClass.Past) && !(word.Is(WordClass.Base) && first > 0 && tokens[first - 1].Tag == Tag.Pronoun);
        }

        _ = tokens;
    }

    /// <summary>"call off", "put the talks off", "take part in": what belongs to the verb joins it.</summary>
    private void AddParticle(Reading reading, Chunk chunk)
    {
        var tokens = reading.Tokens;
        var i = chunk.Last;
        if (i >= tokens.Length || tokens[i].Tag == Tag.To || tokens[i].Word is not { } next)
            return;
        if (next.Is(WordClass.Preposition) && i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Weekday | WordClass.Month) && !knowledge.Frames.ContainsKey(chunk.Lemma))
            return;
        if (next.Is(WordClass.Preposition) && i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Weekday | WordClass.Month) && next.Text is "on" or "in" or "for" or "to")
            return;
        if (knowledge.Idioms.Match(tokens, chunk, out var idiom) is var last and > 0)
        {
            chunk.Lemma = idiom;
            chunk.Last = last;
            return;
        }

        // A preposition that frames stays visible as part of the verb; the noun behind it is its object.
        if (knowledge.WithParticle(chunk.Lemma, next.Text) is { } one)
        {
            chunk.Lemma = one;
            chunk.Last = i + 1;
        }
    }
}
