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

    /// <summary>What <see cref="OfWord"/> asks for by its letters.</summary>
    public static bool HasRule(string word) =>
        word is "face" or "to" or "last" or "first" or "no" or "longer" or "as" or "being" or "that" or "her" or "his" or "one" or "following" or "including" or "concerning" or "regarding" or "back" or "yet" or "once" or "more" or "opposite";

    private static Tag OfWord(Token[] tokens, int i)
    {
        ref readonly var token = ref tokens[i];
        var word = token.Word;
        if (word is null)
            return token.Capital && i > 0 ? Tag.Name : OfUnknown(tokens, i);
        if (word.IsNameParticle && IsWithinName(tokens, i))
            return Tag.Name;
        // Few words do; all others are asked for none of these.
        var own = word.Is(WordRules.Tag);
        if (own && word.Text is "face" or "to" && IsFaceToFace(tokens, i))
            return Tag.Adverb;
        if (own && word.Text == "to")
            return i + 1 < tokens.Length && LeadsToVerb(tokens, i + 1) ? Tag.To : Tag.Preposition;
        if (word.Is(WordClass.Month | WordClass.Weekday) && (token.Capital || !word.Is(WordClass.Modal | WordClass.AnyVerb)))
        {
            if (word.Text is not "may" || IsMonthHere(tokens, i))
                return word.Text is "march" && !token.Capital ? OfUnknown(tokens, i) : Tag.Noun;
        }

        // "the two sides last met", "they first spoke".
        if (own && word.Text is "last" or "first" && i > 0 && tokens[i - 1].Tag is Tag.Noun or Tag.Name or Tag.Pronoun && i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Past) && !tokens[i + 1].Is(WordClass.Base))
            return Tag.Adverb;
        if (word.Is(WordClass.Negation) || (own && word.Text is "no" && i + 1 < tokens.Length && tokens[i + 1].Is("longer")) || (own && word.Text is "longer" && i > 0 && tokens[i - 1].Is("no")))
            return Tag.Negation;
        if (own && word.Text is "as" && i + 1 < tokens.Length && tokens[i + 1].Word?.Text is "many" or "much" or "well" or "soon" or "yet")
            return Tag.Adverb;
        if (word.Is(WordClass.Modal) && !(word.Text == "will" && i > 0 && tokens[i - 1].Tag is Tag.Determiner or Tag.Possessive or Tag.Adjective))
            return Tag.Auxiliary;
        // "for the time being".
        if (own && word.Text == "being" && i > 0 && tokens[i - 1].Is("time"))
            return Tag.Noun;
        if (word.Is(WordClass.Be))
            return Tag.Auxiliary;
        if (word.Is(WordClass.Have | WordClass.Do))
            return Tag.Auxiliary;
        if (own && word.Text is "that")
            return That(tokens, i);
        if (word.Is(WordClass.Relative))
            return Tag.Relative;
        if (own && word.Text is "her" or "his")
            return Tag.Possessive;
        if (own && word.Text is "one" && i + 1 < tokens.Length && (tokens[i + 1].Mark == Mark.Hyphen || VerbTags.IsNominal(tokens[i + 1])))
            return Tag.Number;
        if (word.Is(WordClass.Pronoun) && !token.AllCapitals)
            return Tag.Pronoun;
        if (own && word.Text is "following" or "including" or "concerning" or "regarding" && i > 0 && tokens[i - 1].Tag is Tag.Determiner)
            return Tag.Adjective;
        if (word.Is(WordClass.Determiner))
            return Tag.Determiner;
        if (word.Is(WordClass.Possessive))
            return Tag.Possessive;
        // "in his own broadcast on Saturday".
        if (i > 1 && tokens[i - 1].Is("own") && tokens[i - 2].Tag == Tag.Possessive && word.Is(WordClass.AnyVerb) && !word.Is(WordClass.Gerund))
            return Tag.Noun;

        // "put his meeting with Kim back on the calendar".
        if (own && word.Text is "back" && i > 0 && tokens[i - 1].Tag == Tag.Name && i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Preposition))
            return Tag.Adverb;

        // "Angolan Armed Forces": within a title, a participle in capitals is no verb.
        if (token.Capital && !token.AllCapitals && i > 0 && word.Is(WordClass.Participle) && tokens[i - 1] is { Capital: true, Tag: Tag.Name } && i + 1 < tokens.Length && tokens[i + 1] is { Capital: true, Mark: Mark.Word } && VerbTags.IsNominal(tokens[i + 1]))
            return Tag.Adjective;
        if (word.Is(WordClass.AnyVerb) && VerbTags.IsVerb(tokens, i))
            return Tag.Verb;
        if (own && word.Text is "yet" && i > 0 && tokens[i - 1].Mark == Mark.Word && i + 1 < tokens.Length && (tokens[i + 1].Is(WordClass.Preposition) || tokens[i + 1].Mark is Mark.Comma or Mark.Period))
            return Tag.Adverb;
        if (own && ((word.Text is "once" && i + 1 < tokens.Length && tokens[i + 1].Is("more")) || (word.Text is "more" && i > 0 && tokens[i - 1].Is("once")) || (word.Text is "once" && i > 0 && tokens[i - 1].Is("at"))))
            return Tag.Adverb;
        if (own && word.Text is "opposite" && i + 1 < tokens.Length && tokens[i + 1].Is("number"))
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

    private static Tag OfUnknown(Token[] tokens, int i) => tokens[i].Capital && i == 0 ? Tag.Name : Tag.Noun;
}
