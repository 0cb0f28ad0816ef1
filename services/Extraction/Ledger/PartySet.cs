using System.Collections.Frozen;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>The parties of a mention, with governments standing for their states.</summary>
internal sealed class PartySet
{
    private static readonly FrozenDictionary<string, (string State, bool Government)> Known =
        LedgerKnowledge.Rows("same-party.tsv").ToFrozenDictionary(r => r[0], r => (r[1], r[2] == "government"), StringComparer.Ordinal);

    private PartySet(string[] ids)
    {
        Ids = ids;
        var states = ids.Select(StateOf).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        InsideOf = ids.Length > 1 && states.Length == 1 ? states[0] : null;
        Key = InsideOf ?? string.Join('+', ids);
    }

    public static PartySet Empty { get; } = new([]);

    /// <summary>Sorted; a government is its state.</summary>
    public string[] Ids { get; }

    /// <summary>The state that all of them, several, belong to; else null.</summary>
    public string? InsideOf { get; }

    /// <summary>Equal for all sets that are <see cref="PartyRelation.Equal"/>.</summary>
    public string Key { get; }

    public static PartySet Of(IEnumerable<Participant> participants)
    {
        string[] ids = [.. participants.Where(p => p.Role == ParticipantRole.Party).Select(p => AsState(p.Id))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return ids.Length == 0 ? Empty : new PartySet(ids);
    }

    /// <summary>The state for a government of it, else the party.</summary>
    public static string AsState(string party) => Known.TryGetValue(party, out var k) && k.Government ? k.State : party;

    /// <summary>The state that the party governs or fights over, else the party.</summary>
    public static string StateOf(string party) => Known.TryGetValue(party, out var k) ? k.State : party;

    public PartyRelation To(PartySet other)
    {
        if (Ids.AsSpan().SequenceEqual(other.Ids)) return PartyRelation.Equal;
        if (Names(other) || other.Names(this)) return PartyRelation.Equal;
        var shared = Ids.Count(id => Array.BinarySearch(other.Ids, id, StringComparer.Ordinal) >= 0);
        if (shared == 0) return PartyRelation.None;
        var smaller = Math.Min(Ids.Length, other.Ids.Length);
        if (smaller == 1) return PartyRelation.One;
        var all = Ids.Length + other.Ids.Length - shared;
        return shared > 1 && 2 * shared >= all ? PartyRelation.Partial : PartyRelation.None;
    }

    /// <summary>A state named alone stands for the sides that fight over it.</summary>
    private bool Names(PartySet sides) => Ids.Length == 1 && sides.InsideOf == Ids[0];
}
