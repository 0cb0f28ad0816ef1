namespace Parley.Extraction.Analysis;

/// <summary>Whether a word that can be a verb is one here, by its neighbours.</summary>
internal static class VerbTags
{
    public static bool IsVerb(Token[] tokens, int i)
    {
        ref readonly var token = ref tokens[i];
        var word = token.Word!;
        var before = Before(tokens, i);
        var next = i + 1 < tokens.Length ? tokens[i + 1] : default;
        if (before is Tag.To)
            return word.Is(WordClass.Base) || word.Is(WordClass.Participle);

        // "working-level", "long-planned": the first half of a compound is no verb.
        if (next.Mark == Mark.Hyphen && before is not (Tag.Auxiliary or Tag.Pronoun))
            return false;

        // Capitalised in running text: part of a title or a name, unless at the start or in a headline.
        if (token.Capital && i > 0 && !token.AllCapitals && tokens[i - 1].Mark is not Mark.Quote && before is not (Tag.Name or Tag.Auxiliary or Tag.Noun))
            return false;
        if (word.Is(WordClass.Base) && before is Tag.Punctuation or Tag.Noun or Tag.Number && IsAwaited(tokens, i))
            return true;
        if (before is Tag.Auxiliary or Tag.Negation)
        {
            // "is open to", "are close to", "are back": behind a form of "be" only a participle is a verb.
            if (!word.Is(WordClass.Participle | WordClass.Gerund) && IsBehindBe(tokens, i))
                return false;
            return !word.Is(WordClass.Adjective) || word.Is(WordClass.Participle | WordClass.Gerund);
        }

        var formal = before is Tag.Determiner or Tag.Possessive or Tag.Adjective or Tag.Genitive || (before is Tag.Number && !(i > 1 && (tokens[i - 2].Is(WordClass.Month) || tokens[i - 1].End - tokens[i - 1].Start == 4)));
        if (word.Is(WordClass.Gerund))
        {
            if (formal)
                return false;
            if (WordLists.GerundNouns.Has(word.Text))
            {
                // "ministers meeting in Cairo agreed", "X and Y, meeting in Cairo, agreed".
                if (word.Text == "meeting" && next.Is(WordClass.Preposition) && !next.Is("of") && !next.Is("with") && i > 0 && (before is Tag.Noun && EndsPlural(tokens[i - 1]) || tokens[i - 1].Mark == Mark.Comma && i > 1 && tokens[i - 2].Tag is Tag.Name or Tag.Noun))
                    return true;

                // "rebels fighting to oust the king", "gunmen shelling the port".
                if (word.Text is "fighting" or "shelling" or "bombing" && i > 0 && before is Tag.Noun && EndsPlural(tokens[i - 1]) && (next.Is("to") || next.Tag == Tag.Name || next.Is(WordClass.Determiner | WordClass.Possessive) || next.Word?.Text is "for" or "against" or "in" or "near" or "around"))
                    return true;

                // "after meeting Putin" acts, "after meeting in Paris" too; "a meeting" and "summit meeting" are things.
                if (before is Tag.Preposition or Tag.Subordinator or Tag.Punctuation or Tag.None)
                    return word.Text is "meeting" or "signing" or "opening" && (next.Tag == Tag.Name || next.Is(WordClass.Determiner | WordClass.Possessive) || next.Is("with") || (next.Capital && next.Word is null) || (next.Mark == Mark.Word && next.Word is { Classes: WordClass.None }));
                return false;
            }

            if (WordLists.GerundPrepositions.Has(word.Text))
                return word.Text == "visiting" && before is Tag.Preposition or Tag.Punctuation && !(tokens[i - 1].Word?.Text is "with" or "between" or "to" or "for" && next.Mark == Mark.Word);
            return before is not Tag.Noun || next.Mark != Mark.Word || true;
        }

        var past = word.Is(WordClass.Past | WordClass.Participle);
        var present = word.Is(WordClass.Base | WordClass.ThirdPerson);
        if (past && !present)
        {
            if (formal)
                return IsOfCounted(tokens, i, next);
            if (before is Tag.Preposition)
                return word.Text is not ("proposed" or "planned" or "scheduled" or "stalled" or "renewed" or "continued" or "united") && !IsNominal(next);
            if (before is Tag.Verb && next.Mark == Mark.Word && next.Tag != Tag.Name && !next.Is(WordClass.Determiner | WordClass.Possessive | WordClass.Preposition | WordClass.Pronoun | WordClass.Conjunction | WordClass.Adverb | WordClass.Subordinator | WordClass.Relative) && !next.Is("to"))
                return false;
            if (before is Tag.Conjunction or Tag.Punctuation or Tag.None && word.Is(WordClass.Adjective))
                return !IsNominal(next);
            return true;
        }

        if (past && present && !WordLists.SameInPast.Has(word.Text))
        {
            // "found", "left", "felt": forms of two verbs; the past is what news means.
            return !formal;
        }

        if (formal)
            return false;
        if (past && before is Tag.Name or Tag.Noun or Tag.Pronoun && (next.Is(WordClass.Determiner | WordClass.Possessive | WordClass.Preposition | WordClass.Adverb) || next.Tag == Tag.Name || next.Is("short") || next.Is("off")))
            return true;
        if (before is Tag.Preposition)
            return false;
        if (word.Is(WordClass.ThirdPerson))
            return ThirdPerson(tokens, i, before, next);
        return BaseForm(tokens, i, before, next);
    }

    /// <summary>"the two met in Oslo", "Both signed the accord": behind those who are only counted, and with no noun behind it.</summary>
    private static bool IsOfCounted(Token[] tokens, int i, in Token next) =>
        tokens[i - 1].Word?.Text is "two" or "three" or "four" or "both" && (i == 1 || tokens[i - 1].Is("both") || tokens[i - 2].Is("the") || tokens[i - 2].Is("these"))
        && (next.Mark != Mark.Word || next.Is(WordClass.Preposition | WordClass.Determiner | WordClass.Possessive | WordClass.Adverb | WordClass.Pronoun | WordClass.Weekday | WordClass.Conjunction | WordClass.Subordinator) || next.Is("to") || next.Is("again") || next.Is("twice"));

    /// <summary>"will on Tuesday, June 19, lead": a day stands between the modal and its verb.</summary>
    private static bool IsAwaited(Token[] tokens, int i)
    {
        var dated = false;
        for (var j = i - 1; j >= 0 && j > i - 9; j--)
        {
            if (tokens[j].Is(WordClass.Modal) && tokens[j].Tag == Tag.Auxiliary)
                return dated;
            if (tokens[j].Is(WordClass.Weekday | WordClass.Month))
                dated = true;
            else if (tokens[j].Tag is not (Tag.Number or Tag.Preposition or Tag.Adverb) && tokens[j].Mark != Mark.Comma)
                return false;
        }

        return false;
    }

    /// <summary>The tag before, looking through adverbs.</summary>
    private static Tag Before(Token[] tokens, int i)
    {
        var j = i - 1;
        while (j >= 0 && tokens[j].Tag == Tag.Adverb)
            j--;

        // "mediators on Thursday put back": the day stands between the subject and its verb.
        if (j > 1 && tokens[j].Is(WordClass.Weekday) && tokens[j - 1].Is("on"))
            j -= 2;
        if (j > 0 && tokens[j].Mark == Mark.Close)
        {
            // A word in brackets behind the subject does not part it from its verb.
            var open = j;
            while (open > 0 && tokens[open].Mark != Mark.Open && j - open < 6)
                open--;
            if (tokens[open].Mark == Mark.Open && open > 0)
                j = open - 1;
        }

        return j < 0 ? Tag.None : tokens[j].Tag;
    }

    private static bool IsBehindBe(Token[] tokens, int i)
    {
        var j = i - 1;
        while (j > 0 && tokens[j].Tag is Tag.Adverb or Tag.Negation)
            j--;
        return tokens[j].Tag == Tag.Auxiliary && tokens[j].Is(WordClass.Be) && tokens[j].Mark == Mark.Word;
    }

    private static bool ThirdPerson(Token[] tokens, int i, Tag before, in Token next)
    {
        var word = tokens[i].Word!;
        if (before is Tag.Pronoun or Tag.Relative)
            return true;
        // "Ankara warns that"; but "high-level talks that were due": an event is what the clause behind it speaks of.
        if (next.Is("that") && !word.IsTrigger && before is Tag.Name or Tag.Noun or Tag.Number or Tag.Punctuation)
            return true;
        if (before is Tag.Conjunction or Tag.Punctuation or Tag.None or Tag.Subordinator)
            return word.Text is "says" or "meets" or "urges" or "rejects" or "agrees";
        if (word.NounFirst)
        {
            // Nouns as a rule: verbs behind a name when something verbal or a phrase of place follows.
            var verbal = next.Tag == Tag.Name || next.Is(WordClass.Determiner | WordClass.Possessive | WordClass.Adjective | WordClass.Pronoun) || next.Is("for") && word.Text is "calls" or "appeals" or "hopes" || next.Is("to") && WordLists.VerbsBeforeTo.Has(word.Text) || next.Is("off") || next.Is("on") && word.Text is "calls" || (next.Mark == Mark.Word && next.Word is { IsTrigger: true } && word.Text is not ("talks" or "efforts"));
            if (before is Tag.Name && IsObject(tokens, i))
                return false;
            return before is Tag.Name && verbal && tokens[i].Word!.Text is not ("talks" or "forces") || (before is Tag.Name && word.Text is "talks" && next.Is("to")) || (before is Tag.Noun && verbal && !tokens[i - 1].Is(WordClass.AnyVerb) && WordLists.HeadlineVerbs.Has(word.Text) && !EndsPlural(tokens[i - 1]));
        }

        return true;
    }

    /// <summary>"rejected U.S. calls for": the name stands behind a verb or preposition already.</summary>
    private static bool IsObject(Token[] tokens, int i)
    {
        var j = i - 1;
        while (j >= 0 && tokens[j].Tag is Tag.Name or Tag.Genitive || j >= 0 && tokens[j].Mark == Mark.Hyphen)
            j--;
        return j >= 0 && tokens[j].Tag is Tag.Verb or Tag.Preposition && !tokens[j].Is("say") && !tokens[j].Is("says");
    }

    /// <summary>"Vietnam and China plan to", "Israel, Hamas end": the second of two names that nothing governs.</summary>
    private static bool IsOneOfTwo(Token[] tokens, int i) =>
        i > 1 && (tokens[i - 1].Tag == Tag.Conjunction || tokens[i - 1].Mark == Mark.Comma) && tokens[i - 2].Tag == Tag.Name
        && (i == 2 || tokens[i - 3].Tag is Tag.Subordinator || tokens[i - 3].Mark is Mark.Quote or Mark.Comma);

    private static bool EndsPlural(in Token token) => token.Word is not null && token.Word.Text.EndsWith('s');

    private static bool BaseForm(Token[] tokens, int i, Tag before, in Token next)
    {
        var word = tokens[i].Word!;
        if (before is Tag.Pronoun && !tokens[i - 1].Is("him") && !tokens[i - 1].Is("it"))
            return true;
        if (before is Tag.None)
            return false;

        // A headline's "Peace talks end without deal".
        if (before is Tag.Noun && tokens[i - 1].Word is { IsTrigger: true } && EndsPlural(tokens[i - 1]) && (i + 1 == tokens.Length || next.Is(WordClass.Preposition | WordClass.Adverb | WordClass.Subordinator) || next.Mark != Mark.Word))
            return true;

        // "Taliban call off talks", "the rebels want talks", "Rwanda and Congo stop fighting".
        if (before is Tag.Name or Tag.Noun && next.Is("off") && word.Text is "call" or "break")
            return true;
        if (before is Tag.Noun && EndsPlural(tokens[i - 1]) && next.Word is { IsTrigger: true } && !tokens[i - 1].Word!.IsTrigger && WordLists.VerbsOfMany.Has(word.Text))
            return true;
        if (before is Tag.Name && IsOneOfTwo(tokens, i - 1) && (next.Is("to") || next.Is(WordClass.Determiner | WordClass.Gerund) || next.Word is { IsTrigger: true }))
            return true;

        // A bare form behind a plural subject is a present tense: "the leaders meet", "Turkey, Russia agree".
        if (before is Tag.Name && !word.NounFirst && !IsObject(tokens, i) || before is Tag.Noun && !word.NounFirst && EndsPlural(tokens[i - 1]))
            return !word.Is(WordClass.Adjective | WordClass.Adverb | WordClass.Number | WordClass.Preposition);
        if (before is Tag.Conjunction)
            return !word.NounFirst && !word.Is(WordClass.Adjective | WordClass.Adverb | WordClass.Preposition);
        if (before is Tag.Noun && i > 0 && EndsPlural(tokens[i - 1]) && (next.Tag == Tag.Name || next.Is(WordClass.Determiner | WordClass.Possessive)))
            return !word.Is(WordClass.Adjective | WordClass.Preposition);
        return before is Tag.Relative or Tag.Verb && !word.NounFirst && !word.Is(WordClass.Adjective | WordClass.Preposition | WordClass.Adverb);
    }

    public static bool IsNominal(in Token token) =>
        token.Mark == Mark.Word && token.Tag != Tag.Name && (token.Word is null || token.Word.Classes == WordClass.None || token.Word.Is(WordClass.Adjective) || token.Word.IsTrigger);
}
