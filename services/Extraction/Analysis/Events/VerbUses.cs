using System.Collections.Frozen;

namespace Parley.Extraction.Analysis;

/// <summary>Which rules have to do with a verb: every verb of a text is asked for, and one look into this is less than one into each rule's list.</summary>
internal static class VerbUses
{
    private static readonly FrozenDictionary<string, VerbUse> Uses = UsesOf(
        (WordLists.Stopping, VerbUse.Stop), (WordLists.SaidToFace, VerbUse.Briefing), (Briefings.Hearing, VerbUse.Briefing), (WordLists.Brought, VerbUse.InPerson), (WordLists.SpokenBeside, VerbUse.Beside), (WordLists.Answers, VerbUse.Answer));

    /// <summary>By the verb's base form.</summary>
    public static VerbUse Of(string lemma) => Uses.GetValueOrDefault(lemma);

    private static FrozenDictionary<string, VerbUse> UsesOf(params ReadOnlySpan<(WordList List, VerbUse Use)> lists)
    {
        var uses = new Dictionary<string, VerbUse>(StringComparer.Ordinal);
        foreach (var (list, use) in lists)
        {
            foreach (var verb in list.Words)
                uses[verb] = uses.GetValueOrDefault(verb) | use;
        }

        return uses.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
