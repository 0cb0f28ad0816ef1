using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Reprocessing;

/// <summary>
/// Adds up what a run did step by step. An entry that got an earlier first mention goes on by another id: of the two ids the new one tells it.
/// </summary>
/// <param name="spans">What the run did, by id: of the ids to add up for, and of all that these name.</param>
internal sealed class NetDifference(IReadOnlyDictionary<string, EntrySpan> spans)
{
    /// <summary>The difference of an id; null where there is none, or where another id tells it.</summary>
    public NetChange? Of(string id)
    {
        var span = spans[id];
        var before = Before(span);
        if (span.Last is { } after)
            return EntryDifference.Kind(before, after, before is not null && span.Parted) is { } kind ? new NetChange(kind, before, after, null) : null;
        if (before is null || (span.Into is { } next && spans.TryGetValue(next, out var heir) && IsHeir(heir, span)))
            return null;
        var into = Home(span.Into);
        return new NetChange(into is null ? ChangeKind.Retracted : ChangeKind.Merged, before, null, into);
    }

    /// <summary>The ids that a span names besides its own.</summary>
    public static IEnumerable<string> NamedBy(EntrySpan span) => new[] { span.First?.Id, span.Into }.OfType<string>().Where(id => id != span.Id);

    /// <summary>The state before the run, through all ids that the entry had in it.</summary>
    private Entry? Before(EntrySpan span)
    {
        if (span.First is null || span.First.Id == span.Id)
            return span.First;
        return spans.TryGetValue(span.First.Id, out var former) && IsHeir(span, former) ? Before(former) : null;
    }

    /// <summary>Whether the first change of the one was that it took over from the other, for good.</summary>
    private static bool IsHeir(EntrySpan heir, EntrySpan former) => heir.Id != former.Id && heir.First?.Id == former.Id && former.Into == heir.Id;

    /// <summary>Where what was merged stands in the end; null where that is nowhere.</summary>
    private string? Home(string? into)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        while (into is not null && spans.TryGetValue(into, out var span) && span.Last is null)
            into = passed.Add(into) ? span.Into : null;
        return into;
    }
}
