namespace Parley.Extraction.Ledger.Verdicts;

/// <summary>A mention that came in the place of another of its article, because the passage is read, or worded, otherwise.</summary>
/// <param name="Gone">The mention that stands no more.</param>
/// <param name="Came">The one that does.</param>
internal sealed record Heir(LedgerMention Gone, LedgerMention Came)
{
    /// <summary>
    /// The heirs of mentions. In one version of a text a passage is read otherwise where it is; in another version it may have moved, and what stands there now
    /// may be on something else: there the sentence must be the same, or the matter may be.
    /// </summary>
    /// <param name="gone">Mentions that stand no more.</param>
    /// <param name="came">Those that stand now and did not before.</param>
    public static IReadOnlyList<Heir> Of(IEnumerable<LedgerMention> gone, IReadOnlyCollection<LedgerMention> came) =>
    [
        .. from old in gone
           let heir = came.Where(c => Succeeds(c, old)).MaxBy(c => Closeness(c, old))
           where heir is not null
           select new Heir(old, heir),
    ];

    private static bool Succeeds(LedgerMention heir, LedgerMention gone) =>
        heir.ArticleId == gone.ArticleId && heir.Mention.Type == gone.Mention.Type
        && (heir.Mention.Evidence.Text == gone.Mention.Evidence.Text || (heir.Version == gone.Version ? Overlap(heir, gone) > 0 : Links.MayLink(heir, gone)));

    /// <summary>One sentence may speak of several matters, so the matter weighs most.</summary>
    private static (bool Matter, bool Status, bool Text, int Overlap) Closeness(LedgerMention heir, LedgerMention gone) => (
        Links.MayLink(heir, gone), heir.Mention.Status == gone.Mention.Status, heir.Mention.Evidence.Text == gone.Mention.Evidence.Text, Overlap(heir, gone));

    private static int Overlap(LedgerMention a, LedgerMention b) =>
        Math.Min(a.Mention.Evidence.End, b.Mention.Evidence.End) - Math.Max(a.Mention.Evidence.Start, b.Mention.Evidence.Start);
}
