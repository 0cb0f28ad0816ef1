using Parley.Contracts;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>Mentions that come into the ledger and go from it at once.</summary>
internal sealed record Arrival
{
    /// <summary>Those that come; what the ledger holds already is passed over.</summary>
    public IReadOnlyCollection<LedgerMention> Came { get; init; } = [];

    /// <summary>The ids of those that go; one that comes too is replaced.</summary>
    public IReadOnlyCollection<string> Went { get; init; } = [];

    /// <summary>Which of those that come are in the place of which that go: an entry that began with the one lives on where the other is.</summary>
    public IReadOnlyList<Heir> Heirs { get; init; } = [];

    /// <summary>Why.</summary>
    public ChangeReason Reason { get; init; }

    /// <summary>When what brings them reached Parley; null where nothing did.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The time that the changes carry.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What makes the mentions of an article those of its versions.</summary>
    /// <param name="before">All that it said in the versions that were known.</param>
    /// <param name="after">All that it says in the versions that are known now.</param>
    /// <param name="recordedAt">The time that the changes carry.</param>
    public static Arrival Between(IEnumerable<LedgerMention> before, IEnumerable<LedgerMention> after, DateTimeOffset recordedAt)
    {
        var was = Standing(before);
        var stands = Standing(after);
        return new Arrival
        {
            Heirs = Heir.Of(was.Values.Where(m => !stands.ContainsKey(m.Id)), [.. stands.Values.Where(m => !was.ContainsKey(m.Id))]),
            Came = [.. stands.Values.Where(m => !was.TryGetValue(m.Id, out var known) || !FoldOrder.AreAlike(known, m))],
            Went = [.. was.Values.Where(m => !stands.TryGetValue(m.Id, out var now) || !FoldOrder.AreAlike(m, now)).Select(m => m.Id)],
            RecordedAt = recordedAt,
        };
    }

    private static Dictionary<string, LedgerMention> Standing(IEnumerable<LedgerMention> mentions) =>
        mentions.Where(m => m.Until is null).ToDictionary(m => m.Id, StringComparer.Ordinal);
}
