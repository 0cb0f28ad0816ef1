using System.Collections.Frozen;

namespace Parley.Extraction.Analysis;

/// <summary>Every word form that the knowledge speaks of, found by its folded characters without making a string.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);
    private FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly HashSet<string> abbreviations = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviationLookup;

    public Vocabulary()
    {
        Freeze();
        abbreviationLookup = abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every word made so far.</summary>
    public IReadOnlyCollection<Word> All => words.Values;

    /// <summary>Lets <see cref="Find"/> see the words made so far: it is asked for every word of every text, and is far faster over what no longer changes.</summary>
    public void Freeze() => lookup = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public Word? Find(ReadOnlySpan<char> folded) => lookup.TryGetValue(folded, out var word) ? word : null;

    // Words that no file lists are read by their endings; they are no trigger of anything, only what parts a subject from an object.
    private static readonly Word Past = new("-ed") { Classes = WordClass.Past | WordClass.Participle, Lemma = "-ed" };
    private static readonly Word Gerund = new("-ing") { Classes = WordClass.Gerund, Lemma = "-ing" };
    private static readonly Word Plural = new("-s");
    private static readonly Word Manner = new("-ly") { Classes = WordClass.Adverb };

    /// <summary>What an unlisted word is by its ending; null where the ending says nothing.</summary>
    public static Word? ByEnding(ReadOnlySpan<char> folded) =>
        folded.EndsWith("ed", StringComparison.Ordinal) && !folded.EndsWith("eed", StringComparison.Ordinal) ? Past
        : folded.EndsWith("ing", StringComparison.Ordinal) ? Gerund
        : folded.EndsWith("ly", StringComparison.Ordinal) ? Manner
        : folded[^1] == 's' && folded[^2] is not ('s' or 'u' or 'i' or '\'') ? Plural
        : null;

    public Word Make(string folded)
    {
        if (!words.TryGetValue(folded, out var word))
            words[folded] = word = new Word(folded, words.Count + 1);
        return word;
    }

    public void AddAbbreviation(string word) => abbreviations.Add(word);

    public bool IsAbbreviation(ReadOnlySpan<char> word) => word.Length <= 5 && abbreviationLookup.Contains(word);

    /// <summary>The words of a phrase; hyphens, commas and brackets part words and are dropped.</summary>
    public List<Word> Phrase(string text)
    {
        var folded = Folding.Fold(text);
        var parts = folded.Split([' ', '-', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries);
        var phrase = new List<Word>(parts.Length);
        foreach (var part in parts)
        {
            if (part.EndsWith("'s", StringComparison.Ordinal) && part.Length > 2)
            {
                phrase.Add(Make(part[..^2]));
                phrase.Add(Make("'s"));
            }
            else
            {
                // "Workers'": the apostrophe is a mark of its own.
                phrase.Add(Make(part.Length > 1 ? part.TrimEnd('\'') : part));
            }
        }

        return phrase;
    }
}
