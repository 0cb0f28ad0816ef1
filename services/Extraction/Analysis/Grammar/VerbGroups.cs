namespace Parley.Extraction.Analysis;

/// <summary>Reads a verb with its auxiliaries, its negation and its particle: "will not have been called off".</summary>
internal sealed class VerbGroups(Knowledge knowledge)
{
    public int Read(Reading reading, int first)
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
            if (token.Tag == Tag.Pronoun && i > first && word?.Text is "himself" or "herself" or "itself" or "themselves" && LeadsOn(tokens, i + 1))
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

        // "have been under way", "has been on hold" tell what is; "had been in force" tells what was before, but "since Sunday" what still is.
        if (chunk.Lemma.Length == 0 || (chunk.Lemma == "have" && be is not null && chunk.Modal is null && (tokens[first].Word?.Text is "has" or "have" || IsSince(tokens, i))))
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

    /// <summary>"in force since", "in effect since".</summary>
    private static bool IsSince(Token[] tokens, int i) =>
        i + 2 < tokens.Length && tokens[i].Is("in") && tokens[i + 1].Word?.Text is "force" or "effect" && tokens[i + 2].Is("since");

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
    }

    /// <summary>"call off", "put the talks off", "take part in": what belongs to the verb joins it.</summary>
    private void AddParticle(Reading reading, Chunk chunk)
    {
        var tokens = reading.Tokens;
        var i = chunk.Last;
        if (i >= tokens.Length || tokens[i].Tag == Tag.To || tokens[i].Word is not { } next)
            return;
        if (next.Text is "on" && i + 2 < tokens.Length && tokens[i + 1].Mark == Mark.Number && tokens[i + 2].Is(WordClass.Month))
            return;
        if (next.Is(WordClass.Preposition) && i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Weekday | WordClass.Month) && !knowledge.Frames.ContainsKey(chunk.Lemma))
            return;
        if (next.Is(WordClass.Preposition) && i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Weekday | WordClass.Month) && next.Text is "on" or "in" or "for" or "to")
            return;
        // "held over five hours of talks": more than five.
        if (next.Text is "over" && i + 1 < tokens.Length && (tokens[i + 1].Mark == Mark.Number || new DateWords(reading.Text, tokens, null, ahead: false, i + 1).Value(i + 1) is > 1))
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
