using System.Collections.Frozen;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>The severity of changes, read from severities.tsv.</summary>
public static class Severities
{
    private static readonly FrozenDictionary<(EntryType, EntryStatus), Severity> ByStatus = Read();

    /// <summary>
    /// A change of the status weighs as the status; that an alerted status is taken back weighs as much as it did; a dispute is a notice at least; what
    /// only tells more of what is known is information.
    /// </summary>
    public static Severity Of(LedgerChange change) => change.Kind switch
    {
        ChangeKind.Sources or ChangeKind.Details when !change.News => Severity.Info,
        ChangeKind.Disputed => Max(Severity.Notice, Of(change.After)),
        _ when change.Before is { } before && change.Reason is ChangeReason.Correction or ChangeReason.Verdict => Max(Of(before), Of(change.After)),
        _ => Of(change.After),
    };

    /// <summary>That of the status which an entry has.</summary>
    public static Severity Of(Entry entry) => ByStatus.GetValueOrDefault((entry.Type, entry.Status), Severity.Notice);

    private static Severity Max(Severity one, Severity other) => one > other ? one : other;

    private static FrozenDictionary<(EntryType, EntryStatus), Severity> Read() => TabbedFile.Rows("severities.tsv")
        .ToFrozenDictionary(p => (WireWord.Parse<EntryType>(p[0]), WireWord.Parse<EntryStatus>(p[1])), p => WireWord.Parse<Severity>(p[2]));
}
