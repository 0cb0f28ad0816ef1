namespace Parley.Extraction.Analysis;

/// <summary>Makes the forms of a verb from its base: regular unless past and participle are given; a plus doubles the last letter.</summary>
internal static class VerbForms
{
    public static void Add(Vocabulary vocabulary, string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var doubled = parts[0].EndsWith('+');
        var lemma = parts[0].TrimEnd('+');
        var stem = doubled ? lemma + lemma[^1] : lemma;
        var past = parts.Length > 1 ? parts[1] : Regular(lemma, stem);
        var participle = parts.Length > 2 ? parts[2] : past;
        Mark(vocabulary, lemma, lemma, WordClass.Base);
        Mark(vocabulary, ThirdPerson(lemma), lemma, WordClass.ThirdPerson);
        Mark(vocabulary, past, lemma, WordClass.Past);
        Mark(vocabulary, participle, lemma, WordClass.Participle);
        Mark(vocabulary, Gerund(lemma, parts.Length > 1 && past.EndsWith("lled", StringComparison.Ordinal) ? lemma + "l" : stem), lemma, WordClass.Gerund);

        // American spelling of "cancelled", "travelling".
        if (past.EndsWith("lled", StringComparison.Ordinal) && !doubled)
        {
            Mark(vocabulary, lemma + "ed", lemma, WordClass.Past | WordClass.Participle);
            Mark(vocabulary, lemma + "ing", lemma, WordClass.Gerund);
        }
    }

    private static void Mark(Vocabulary vocabulary, string form, string lemma, WordClass forms)
    {
        var word = vocabulary.Make(form);
        word.Classes |= forms;
        word.Lemma ??= lemma;
    }

    private static string Regular(string lemma, string stem) =>
        lemma.EndsWith('e') ? lemma + "d" :
        lemma.EndsWith('y') && !IsVowel(lemma[^2]) ? lemma[..^1] + "ied" :
        stem + "ed";

    private static string ThirdPerson(string lemma) =>
        lemma.EndsWith('y') && !IsVowel(lemma[^2]) ? lemma[..^1] + "ies" :
        lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith('z') || lemma.EndsWith('o') ||
        lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal) ? lemma + "es" :
        lemma == "have" ? "has" : lemma + "s";

    private static string Gerund(string lemma, string stem) =>
        lemma.EndsWith("ie", StringComparison.Ordinal) ? lemma[..^2] + "ying" :
        lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) && lemma != "be" ? lemma[..^1] + "ing" :
        Doubles(lemma) ? lemma + lemma[^1] + "ing" :
        stem + "ing";

    // Irregular verbs that double in the gerund ("begin": beginning); regular ones say so with a plus.
    private static bool Doubles(string lemma) =>
        WordLists.Doubling.Has(lemma);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
