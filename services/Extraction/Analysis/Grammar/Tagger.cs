namespace Parley.Extraction.Analysis;

/// <summary>Says what each token is in its sentence; words that can be noun and verb are settled by their neighbours.</summary>
internal static class Tagger
{
    public static void Run(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            if (token.Tag == Tag.Name)
                continue;
            token.Tag = token.Mark switch
            {
                Mark.Apostrophe => Genitive(tokens, i),
                Mark.Number => Tag.Number,
                Mark.Word => OfWord(tokens, i),
                _ => Tag.Punctuation,
            };
        }
    }

    private static Tag Genitive(Token[] tokens, int i) =>
        i > 0 && tokens[i - 1].Tag == Tag.Pronoun ? Tag.Auxiliary : Tag.Genitive;

    private static Tag OfWord(Token[] tokens, int i)
    {
        ref readonly var token = ref tokens[i];
        var word = token.Word;
        if (word is null)
            return token.Capital && i > 0 ? Tag.Name : OfUnknown(tokens, i);
        if (word.IsNameParticle && IsWithinName(tokens, i))
            return Tag.Name;
        if (IsFaceToFace(tokens, i))
            return Tag.Adverb;
        if (word.Text == "to")
            return i + 1 < tokens.Length && LeadsToVerb(tokens, i + 1) ? Tag.To : Tag.Preposition;
        if (word.Is(WordClass.Month | WordClass.Weekday) && (token.Capital || !word.Is(WordClass.Modal | WordClass.AnyVerb)))
        {
            if (word.Text is not "may" || IsMonthHere(tokens, i))
                return word.Text is "march" && !token.Capital ? OfUnknown(tokens, i) : Tag.Noun;
        }

        if (word.Is(WordClass.Negation) || (word.Text is "no" && i + 1 < tokens.Length && tokens[i + 1].Is("longer")) || (word.Text is "longer" && i > 0 && tokens[i - 1].Is("no")))
            return Tag.Negation;
        if (word.Text is "as" && i + 1 < tokens.Length && tokens[i + 1].Word?.Text is "many" or "much" or "well" or "soon" or "yet")
            return Tag.Adverb;
        if (word.Is(WordClass.Modal) && !(word.Text == "will" && i > 0 && tokens[i - 1].Tag is Tag.Determiner or Tag.Possessive or Tag.Adjective))
            return Tag.Auxiliary;
        if (word.Is(WordClass.Be))
            return Tag.Auxiliary;
        if (word.Is(WordClass.Have | WordClass.Do))
            return Tag.Auxiliary;
        if (word.Text is "that")
            return That(tokens, i);
        if (word.Is(WordClass.Relative))
            return Tag.Relative;
        if (word.Text is "her" or "his")
            return Tag.Possessive;
        if (word.Text is "one" && i + 1 < tokens.Length && (tokens[i + 1].Mark == Mark.Hyphen || IsNominal(tokens[i + 1])))
            return Tag.Number;
        if (word.Is(WordClass.Pronoun) && !token.AllCapitals)
            return Tag.Pronoun;
        if (word.Text is "following" or "including" or "concerning" or "regarding" && i > 0 && tokens[i - 1].Tag is Tag.Determiner)
            return Tag.Adjective;
        if (word.Is(WordClass.Determiner))
            return Tag.Determiner;
        if (word.Is(WordClass.Possessive))
            return Tag.Possessive;
        if (word.Is(WordClass.AnyVerb) && AsVerb(tokens, i))
            return Tag.Verb;
        if (word.Text is "yet" && i > 0 && tokens[i - 1].Mark == Mark.Word && i + 1 < tokens.Length && (tokens[i + 1].Is(WordClass.Preposition) || tokens[i + 1].Mark is Mark.Comma or Mark.Period))
            return Tag.Adverb;
        if (word.Text is "opposite" && i + 1 < tokens.Length && tokens[i + 1].Is("number"))
            return Tag.Adjective;
        if (word.Is(WordClass.Preposition))
            return Tag.Preposition;
        if (word.Is(WordClass.Subordinator))
            return Tag.Subordinator;
        if (word.Is(WordClass.Conjunction))
            return Tag.Conjunction;
        if (token.Capital && i == 0 && word is { Classes: WordClass.None, IsOfPerson: true, IsTrigger: false } && tokens.Length > 1 && (tokens[1].Is(WordClass.Conjunction | WordClass.Past | WordClass.Have | WordClass.Be | WordClass.Modal) || tokens[1].Mark == Mark.Apostrophe))
            return Tag.Name;
        if (token.Capital && i > 0 && word.Classes == WordClass.None)
            return word is { IsOfPerson: true, IsTrigger: false, NounFrame: null } && IsBesideName(tokens, i) ? Tag.Name : Tag.Noun;
        if (word.Is(WordClass.Adverb))
            return word.Is(WordClass.Adjective) && i > 0 && tokens[i - 1].Tag is Tag.Determiner or Tag.Possessive ? Tag.Adjective : Tag.Adverb;
        if (word.Is(WordClass.Number))
            return Tag.Number;
        if (word.Is(WordClass.Adjective))
            return token.Capital && i > 0 && !token.AllCapitals ? Tag.Noun : Tag.Adjective;
        return Tag.Noun;
    }

    /// <summary>"sat down face to face": a manner, where no noun follows ("face-to-face talks").</summary>
    private static bool IsFaceToFace(Token[] tokens, int i)
    {
        var first = tokens[i].Is("face") ? i : tokens[i].Is("to") ? i - 1 : -1;
        if (first >= 1 && tokens[i].Is("face") && tokens[first - 1].Is("to") && first >= 2 && tokens[first - 2].Is("face"))
            first -= 2;
        return first >= 0 && first + 2 < tokens.Length && tokens[first].Is("face") && tokens[first + 1].Is("to") && tokens[first + 2].Is("face") && !(first + 3 < tokens.Length && tokens[first + 3].Mark == Mark.Word && !tokens[first + 3].Is(WordClass.Preposition | WordClass.Conjunction | WordClass.Adverb));
    }

    /// <summary>"Badr al-Busaidi", "Faisal bin Farhan": between two capitals, or before one with a hyphen.</summary>
    private static bool IsWithinName(Token[] tokens, int i)
    {
        if (tokens[i].Capital || i == 0 || i + 1 >= tokens.Length || !(tokens[i - 1].Capital || tokens[i - 1].Word is { IsNameParticle: true }) || tokens[i - 1].Tag is not (Tag.Name or Tag.Noun))
            return false;
        var next = i + 1;
        while (next < tokens.Length && (tokens[next].Mark == Mark.Hyphen || tokens[next].Word is { IsNameParticle: true } && !tokens[next].Capital))
            next++;
        var hyphen = tokens[i + 1].Mark == Mark.Hyphen;
        return next < tokens.Length && tokens[next].Capital && (hyphen || tokens[i].Word!.Text is not ("as" or "an" or "do" or "e" or "y" or "ad") && tokens[i - 1].Tag == Tag.Name);
    }

    private static bool IsBesideName(Token[] tokens, int i) =>
        (tokens[i - 1].Capital && tokens[i - 1].Tag == Tag.Name) || (tokens[i - 1].Word is { EndsOffice: true } && !tokens[i].Word!.EndsOffice)
        || (i + 2 < tokens.Length && tokens[i + 1].Word is { IsNameParticle: true } && !tokens[i + 1].Capital && (tokens[i + 2].Capital || tokens[i + 2].Mark == Mark.Hyphen)) || (i + 1 < tokens.Length && tokens[i + 1] is { Capital: true, Mark: Mark.Word } next && (next.Word is null || next.Word.IsOfPerson))
        || (!tokens[i].AllCapitals && i + 1 < tokens.Length && (tokens[i + 1].Is(WordClass.Conjunction | WordClass.Past | WordClass.Have | WordClass.Be | WordClass.Modal) || tokens[i + 1].Mark is Mark.Comma or Mark.Apostrophe));

    private static Tag That(Token[] tokens, int i)
    {
        if (i == 0)
            return Tag.Determiner;
        var next = i + 1 < tokens.Length ? tokens[i + 1] : default;
        if (tokens[i - 1].Is(WordClass.Weekday | WordClass.Month) || (i + 2 < tokens.Length && tokens[i + 2].Mark == Mark.Hyphen))
            return Tag.Subordinator;
        if (tokens[i - 1].Tag is Tag.Noun or Tag.Name && (next.Is(WordClass.Modal | WordClass.Be | WordClass.Have | WordClass.Do | WordClass.AnyVerb | WordClass.Adverb)))
            return Tag.Relative;
        return Tag.Subordinator;
    }

    private static bool IsMonthHere(Token[] tokens, int i) =>
        tokens[i].Capital && ((i + 1 < tokens.Length && tokens[i + 1].Mark == Mark.Number) || (i > 0 && (tokens[i - 1].Mark == Mark.Number || tokens[i - 1].Is(WordClass.Preposition | WordClass.Adjective) || tokens[i - 1].Is("early") || tokens[i - 1].Is("late"))));

    private static bool LeadsToVerb(Token[] tokens, int i)
    {
        while (i < tokens.Length && tokens[i].Is(WordClass.Adverb) && !tokens[i].Is(WordClass.Base))
            i++;
        if (i >= tokens.Length || tokens[i].Tag == Tag.Name || tokens[i].Word is null)
            return false;
        if (tokens[i].Is(WordClass.Base) && !tokens[i].Capital)
        {
            // "to talks", "to attack positions" is a verb; "to war" is not in the list at all.
            return true;
        }

        return tokens[i].Is("be") || tokens[i].Is("have") || tokens[i].Is("do");
    }

    private static Tag OfUnknown(Token[] tokens, int i)
    {
        ref readonly var token = ref tokens[i];
        if (token.Capital && i == 0)
            return Tag.Name;
        var previous = i > 0 ? tokens[i - 1].Tag : Tag.None;
        _ = previous;
        return Tag.Noun;
    }

    private static bool AsVerb(Token[] tokens, int i)
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
            if (word.Text is "meeting" or "opening" or "signing" or "beginning" or "ceasing" or "fighting" or "shelling" or "bombing" or "shooting")
            {
                // "ministers meeting in Cairo agreed", "X and Y, meeting in Cairo, agreed".
                if (word.Text == "meeting" && next.Is(WordClass.Preposition) && !next.Is("of") && !next.Is("with") && i > 0 && (before is Tag.Noun && EndsPlural(tokens[i - 1]) || tokens[i - 1].Mark == Mark.Comma && i > 1 && tokens[i - 2].Tag is Tag.Name or Tag.Noun))
                    return true;

                // "after meeting Putin" acts, "after meeting in Paris" too; "a meeting" and "summit meeting" are things.
                if (before is Tag.Preposition or Tag.Subordinator or Tag.Punctuation or Tag.None)
                    return word.Text is "meeting" or "signing" or "opening" && (next.Tag == Tag.Name || next.Is(WordClass.Determiner | WordClass.Possessive) || next.Is("with") || (next.Capital && next.Word is null) || (next.Mark == Mark.Word && next.Word is { Classes: WordClass.None }));
                return false;
            }

            if (word.Text is "following" or "including" or "concerning" or "regarding" or "pending" or "visiting" or "outgoing" or "incoming" or "existing")
                return word.Text == "visiting" && before is Tag.Preposition or Tag.Punctuation && !(tokens[i - 1].Word?.Text is "with" or "between" or "to" or "for" && next.Mark == Mark.Word);
            return before is not Tag.Noun || next.Mark != Mark.Word || true;
        }

        var past = word.Is(WordClass.Past | WordClass.Participle);
        var present = word.Is(WordClass.Base | WordClass.ThirdPerson);
        if (past && !present)
        {
            if (formal)
                return before is Tag.Number or Tag.Genitive && false;
            if (before is Tag.Preposition)
                return word.Text is not ("proposed" or "planned" or "scheduled" or "stalled" or "renewed" or "continued" or "united") && !IsNominal(next);
            if (before is Tag.Verb && next.Mark == Mark.Word && next.Tag != Tag.Name && !next.Is(WordClass.Determiner | WordClass.Possessive | WordClass.Preposition | WordClass.Pronoun | WordClass.Conjunction | WordClass.Adverb | WordClass.Subordinator | WordClass.Relative) && !next.Is("to"))
                return false;
            if (before is Tag.Conjunction or Tag.Punctuation or Tag.None && word.Is(WordClass.Adjective))
                return !IsNominal(next);
            return true;
        }

        if (past && present && word.Text is not ("put" or "set" or "cut" or "hit" or "let" or "read" or "split" or "quit" or "broadcast" or "spread" or "shut" or "cost" or "cast"))
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

    private static bool IsNominal(in Token token) =>
        token.Mark == Mark.Word && token.Tag != Tag.Name && (token.Word is null || token.Word.Classes == WordClass.None || token.Word.Is(WordClass.Adjective) || token.Word.IsTrigger);

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
            var verbal = next.Tag == Tag.Name || next.Is(WordClass.Determiner | WordClass.Possessive | WordClass.Adjective | WordClass.Pronoun) || next.Is("for") && word.Text is "calls" or "appeals" or "hopes" || next.Is("to") && word.Text is "talks" or "plans" or "aims" or "hopes" or "needs" or "offers" or "seeks" or "claims" or "moves" or "agrees" || next.Is("off") || next.Is("on") && word.Text is "calls" || (next.Mark == Mark.Word && next.Word is { IsTrigger: true } && word.Text is not ("talks" or "efforts"));
            if (before is Tag.Name && IsObject(tokens, i))
                return false;
            return before is Tag.Name && verbal && tokens[i].Word!.Text is not ("talks" or "forces") || (before is Tag.Name && word.Text is "talks" && next.Is("to")) || (before is Tag.Noun && verbal && !tokens[i - 1].Is(WordClass.AnyVerb) && word.Text is "calls" or "ends" or "offers" or "hosts" or "seeks" or "visits" or "breaks" or "heads" or "nears" or "faces" or "urges" && !EndsPlural(tokens[i - 1]));
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
        if (before is Tag.Noun && EndsPlural(tokens[i - 1]) && next.Word is { IsTrigger: true } && !tokens[i - 1].Word!.IsTrigger && word.Text is "want" or "offer" or "plan" or "demand" or "end" or "break" or "start" or "halt" or "stop")
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
}
