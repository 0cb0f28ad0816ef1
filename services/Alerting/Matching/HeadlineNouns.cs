using System.Collections.Frozen;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>What the events of one kind are called, a row of nouns.tsv.</summary>
/// <param name="Noun">Such as <c>visit</c>.</param>
/// <param name="WithArticle">Such as <c>a visit</c>, <c>talks</c>.</param>
/// <param name="None">The event as a subject, where no party is known.</param>
/// <param name="One">Where one is.</param>
/// <param name="Several">Where two or more are.</param>
/// <param name="Hosted">Where only who is visited is known; null where that does not matter.</param>
/// <param name="Abroad">Where one party comes to a place that is no party's; null where that does not matter.</param>
/// <param name="Received">Where it is known who comes to whom; null where that does not matter.</param>
internal sealed record HeadlineNouns(
    string Noun, string WithArticle, HeadlineTemplate None, HeadlineTemplate One, HeadlineTemplate Several, HeadlineTemplate? Hosted, HeadlineTemplate? Abroad, HeadlineTemplate? Received)
{
    public static readonly FrozenDictionary<EntryKind, HeadlineNouns> ByKind =
        TabbedFile.Rows("nouns.tsv").ToFrozenDictionary(p => WireWord.Parse<EntryKind>(p[0]), Read);

    private static HeadlineNouns Read(string[] row)
    {
        var templates = row.Skip(3).Select(t => new HeadlineTemplate(t)).ToList();
        return new(row[1], row[2], templates[0], templates[1], templates[2], templates.ElementAtOrDefault(3), templates.ElementAtOrDefault(4), templates.ElementAtOrDefault(5));
    }
}
