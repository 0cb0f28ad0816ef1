namespace Parley.Extraction.Analysis;

/// <summary>Every word form that the knowledge speaks of, found by its folded characters without making a string.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);

    // Open addressing: each word stands where its hash says, or behind.
    private (Word? Word, uint Hash)[] slots = [default];
    private readonly HashSet<string> abbreviations = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviationLookup;

    public Vocabulary()
    {
        abbreviationLookup = abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every word made so far.</summary>
    public IReadOnlyCollection<Word> All => words.Values;

    /// <summary>Lets <see cref="Find(ReadOnlySpan{char})"/> see the words made so far: it is asked for every word of every text, and is far faster over what no longer changes.</summary>
    public void Freeze()
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Count * 2);
        slots = new (Word?, uint)[size];
        foreach (var word in words.Values)
        {
            var hash = Hash(word.Text);
            var at = Place(hash) & (size - 1);
            while (slots[at].Word is not null)
                at = (at + 1) & (size - 1);
            slots[at] = (word, hash);
        }
    }

    public Word? Find(ReadOnlySpan<char> folded) => Find(folded, Hash(folded));

    /// <summary>For one who has made the hash of the characters already.</summary>
    public Word? Find(ReadOnlySpan<char> folded, uint hash)
    {
        var all = slots;
        for (var at = Place(hash); ; at++)
        {
            ref readonly var slot = ref all[at & (all.Length - 1)];
            if (slot.Word is not { } word || (slot.Hash == hash && folded.SequenceEqual(word.Text)))
                return slot.Word;
        }
    }

    /// <summary>The hash of no characters; FNV-1a.</summary>
    public const uint NoHash = 2_166_136_261;

    /// <summary>The hash of what has the first one, and a character behind.</summary>
    public static uint Hash(uint before, char c) => (before ^ c) * 16_777_619;

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = NoHash;
        foreach (var c in text)
            hash = Hash(hash, c);
        return hash;
    }

    // The upper bits are the better ones, and only the lower count.
    private static int Place(uint hash)
    {
        hash = (hash ^ (hash >> 15)) * 0x9E37_79B1;
        return (int)(hash ^ (hash >> 16));
    }

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
