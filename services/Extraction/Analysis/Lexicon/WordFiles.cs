namespace Parley.Extraction.Analysis;

/// <summary>Loads the classes of words: words.txt, verbs.txt, war.txt and the like, and the months and weekdays.</summary>
internal static class WordFiles
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static void Load(Vocabulary words)
    {
        foreach (var line in KnowledgeFile.Read("words.txt"))
        {
            if (line[0] == "part")
            {
                foreach (var particle in line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    words.Make(particle).IsNameParticle = true;
                continue;
            }

            var classes = line[0] switch
            {
                "det" => WordClass.Determiner,
                "poss" => WordClass.Possessive,
                "pron" => WordClass.Pronoun,
                "rel" => WordClass.Relative,
                "sub" => WordClass.Subordinator,
                "prep" => WordClass.Preposition,
                "conj" => WordClass.Conjunction,
                "modal" => WordClass.Modal,
                "be" => WordClass.Be,
                "have" => WordClass.Have,
                "do" => WordClass.Do,
                "neg" => WordClass.Negation,
                "adv" => WordClass.Adverb,
                "num" => WordClass.Number,
                "adj" => WordClass.Adjective,
                "other" => WordClass.None,
                var other => throw new InvalidOperationException($"words.txt: unknown class {other}."),
            };
            foreach (var word in line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words.Make(word).Classes |= classes;
        }

        foreach (var line in KnowledgeFile.Read("verbs.txt"))
            VerbForms.Add(words, line[0]);
        foreach (var line in KnowledgeFile.Read("war.txt"))
            words.Make(line[0]).IsOfWar = true;
        foreach (var line in KnowledgeFile.Read("schedule.txt"))
        {
            foreach (var form in line[0].Split(' '))
                words.Make(form).Schedule = true;
        }

        foreach (var line in KnowledgeFile.Read("fighting.txt"))
            words.Make(line[0]).IsOfFighting = true;
        foreach (var line in KnowledgeFile.Read("noun-first.txt"))
            words.Make(line[0]).NounFirst = true;
        foreach (var (name, i) in Months.Select((m, i) => (m, i)))
        {
            Date(words, name, WordClass.Month, i + 1);
            if (name != "may")
            {
                Date(words, name[..3], WordClass.Month, i + 1);
                Date(words, name[..3] + ".", WordClass.Month, i + 1);
                words.AddAbbreviation(char.ToUpperInvariant(name[0]) + name[1..3]);
            }
        }

        Date(words, "sept", WordClass.Month, 9);
        Date(words, "sept.", WordClass.Month, 9);
        foreach (var (name, i) in Weekdays.Select((w, i) => (w, i)))
            Date(words, name, WordClass.Weekday, i + 1);
        foreach (var word in new[] { "Mr", "Mrs", "Ms", "Dr", "Gen", "Lt", "Col", "Sgt", "Maj", "Capt", "Adm", "Brig", "St", "Sen", "Rep", "Gov", "Sept", "Prof", "Rev", "Jr", "Sr", "Inc", "Corp", "Ltd", "vs", "No", "Hon", "Cmdr", "Msgr", "Fr", "Mt" })
            words.AddAbbreviation(word);
    }

    private static void Date(Vocabulary words, string name, WordClass classes, int ordinal)
    {
        var word = words.Make(name);
        word.Classes |= classes;
        word.Ordinal = ordinal;
    }
}
