using System.Collections.Frozen;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>A headline for people: what changed, in one sentence. How, headlines.tsv and nouns.tsv say.</summary>
public static class Headline
{
    private static readonly FrozenDictionary<(EntryKind, EntryStatus), (HeadlineTemplate Several, HeadlineTemplate Fewer)> Templates = Read();

    /// <summary>A kind may be pinned that has no such status: whoever waits for the alert is to have one all the same.</summary>
    private static readonly HeadlineTemplate Otherwise = new("{subject}: {status}");

    /// <summary>Such as <c>Russia and Turkey put off Sunday's talks on Libya and Syria</c>.</summary>
    public static string Of(LedgerChange change) => change switch
    {
        { Kind: ChangeKind.Retracted } => $"Retracted: {Tell(change)}",
        { Kind: ChangeKind.Merged } => $"Told elsewhere in the ledger: {Tell(change)}",
        { Reason: ChangeReason.Correction or ChangeReason.Verdict, Before: not null } => $"Corrected: {Tell(change)}",
        { Kind: ChangeKind.Disputed, After.Disputed: true } => $"Sources disagree: {Tell(change)}",
        { News: false } => $"{NoNews(change)}: {Tell(change)}",
        _ => Tell(change),
    };

    /// <summary>Only another outlet confirms what one has told.</summary>
    private static string NoNews(LedgerChange change) => change switch
    {
        { Before: { } before } when before.Status == change.After.Status && Sources.OutletsOf(change.After) > Sources.OutletsOf(before) => "Confirmed",
        { Kind: ChangeKind.Details } => "Further details",
        { Kind: ChangeKind.Sources, Cause: { } cause } when cause.Status == change.After.Status => "Reported again",
        _ => "For the record",
    };

    private static string Tell(LedgerChange change)
    {
        var facts = new HeadlineFacts(change);
        var (several, fewer) = Templates.GetValueOrDefault((change.After.Kind, change.After.Status), (Otherwise, Otherwise));
        var text = (facts.HasSeveralParties ? several : fewer).Fill(facts);
        return char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    private static FrozenDictionary<(EntryKind, EntryStatus), (HeadlineTemplate Several, HeadlineTemplate Fewer)> Read() => TabbedFile.Rows("headlines.tsv")
        .SelectMany(p => p[0].Split(' ').Select(kind => ((WireWord.Parse<EntryKind>(kind), WireWord.Parse<EntryStatus>(p[1])), (new HeadlineTemplate(p[2]), new HeadlineTemplate(p[^1])))))
        .ToFrozenDictionary(row => row.Item1, row => row.Item2);
}
