using System.Collections.Frozen;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>What a reported stage does to an entry that stands at another: the tables in Knowledge/ledger/*-stages.tsv.</summary>
internal static class Stages
{
    private static readonly FrozenDictionary<(EntryType, EntryStatus, EntryStatus), StageStep> Steps =
        Read(EntryType.Talks, "talks-stages.tsv").Concat(Read(EntryType.Ceasefire, "ceasefire-stages.tsv")).ToFrozenDictionary();

    public static StageStep Between(EntryType type, EntryStatus from, EntryStatus to) =>
        Steps.TryGetValue((type, from, to), out var step) ? step : StageStep.Late;

    /// <summary>The day has not come, or will not: what is said of it is a plan.</summary>
    public static bool IsAhead(EntryStatus status) =>
        status is EntryStatus.Proposed or EntryStatus.Planned or EntryStatus.Postponed or EntryStatus.Cancelled or EntryStatus.Rejected;

    /// <summary>Of a ceasefire: there is none yet.</summary>
    public static bool IsWish(EntryStatus status) =>
        status is EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.UnderNegotiation or EntryStatus.Rejected;

    private static IEnumerable<KeyValuePair<(EntryType, EntryStatus, EntryStatus), StageStep>> Read(EntryType type, string table)
    {
        EntryStatus[]? columns = null;
        foreach (var row in LedgerKnowledge.Rows(table))
        {
            if (columns is null)
            {
                columns = [.. row.Skip(1).Select(Status)];
                continue;
            }

            for (var i = 0; i < columns.Length; i++)
                yield return new((type, Status(row[0]), columns[i]), Enum.Parse<StageStep>(row[i + 1], ignoreCase: true));
        }
    }

    private static EntryStatus Status(string word) =>
        WireWord.TryParse<EntryStatus>(word, out var status) ? status : throw new FormatException($"No status is called {word}.");
}
