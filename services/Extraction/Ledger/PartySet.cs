using System.Collections.Frozen;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>The parties of a mention, with governments standing for their states.</summary>
internal sealed class PartySet
{
    private static readonly FrozenDictionary<string, (string State, bool Government)> Known =
        LedgerKnowledge.Rows("same-party.tsv").ToFrozenDictionary(r => r[0], r => (r[1], r[2] == "government"), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Determiners = new[] { "the", "a", "an", "his", "her", "its", "their" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string AnyRebels = ".REB";

    private PartySet(string[] ids, int unnamed)
    {
        Ids = ids;
        Unnamed = unnamed;
        Groups = [.. ids.Where(Ledger.Groups.IsGroup)];
        var states = ids.Select(StateOf).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        InsideOf = ids.Length > 1 && states.Length == 1 ? states[0] : null;
        Key = InsideOf ?? string.Join('+', ids);
    }

    public static PartySet Empty { get; } = new([], 0);

    /// <summary>The state whose rebels the party is, where the text does not name them; null where it is another party.</summary>
    public static string? LandOfRebels(string party) => party.EndsWith(AnyRebels, StringComparison.Ordinal) ? party[..^AnyRebels.Length] : null;

    /// <summary>Those with a name, sorted; a government is its state.</summary>
    public string[] Ids { get; }

    /// <summary>How many more there are of which the text only says what they are: "the minister", "the soldiers".</summary>
    public int Unnamed { get; }

    /// <summary>Those of them that fight, or speak for those who do, under a name of their own.</summary>
    public string[] Groups { get; }

    /// <summary>The state that all of them, several, belong to; else null.</summary>
    public string? InsideOf { get; }

    /// <summary>Equal for all sets that are <see cref="PartyRelation.Equal"/>, and for a state and its sides.</summary>
    public string Key { get; }

    public static PartySet Of(IEnumerable<Participant> participants) => Of(participants, IsNamed);

    /// <summary>The same, to compare two tellings: "the rebels", of a state whose groups the text does not name, are any of them.</summary>
    public static PartySet Told(IEnumerable<Participant> participants) => Of(participants, p => LandOfRebels(p.Id) is null && IsNamed(p));

    private static PartySet Of(IEnumerable<Participant> participants, Func<Participant, bool> isNamed)
    {
        var parties = participants.Where(p => p.Role == ParticipantRole.Party).ToLookup(isNamed);
        string[] ids = [.. parties[true].Select(p => AsState(p.Id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var unnamed = parties[false].Count();
        return ids.Length == 0 && unnamed == 0 ? Empty : new PartySet(ids, unnamed);
    }

    /// <summary>The state for a government of it, else the party.</summary>
    public static string AsState(string party) => Known.TryGetValue(party, out var k) && k.Government ? k.State : party;

    /// <summary>The state that the party governs or fights over, else the party.</summary>
    public static string StateOf(string party) => Known.TryGetValue(party, out var k) ? k.State : party;

    /// <summary>The same without those who, as another telling has it, only mediate, host or call: never without all.</summary>
    public PartySet Without(string[] others)
    {
        if (others.Length == 0 || Ids.Length < 2 || !Array.Exists(Ids, id => Array.IndexOf(others, id) >= 0)) return this;
        var left = Array.FindAll(Ids, id => Array.IndexOf(others, id) < 0);
        return left.Length == 0 ? this : new PartySet(left, Unnamed);
    }

    public PartyRelation To(PartySet other)
    {
        if (Ids.AsSpan().SequenceEqual(other.Ids)) return Ids.Length == 1 && Unnamed != other.Unnamed ? PartyRelation.One : PartyRelation.Equal;
        if (Names(other) || other.Names(this)) return PartyRelation.Alike;
        var shared = Ids.Count(id => Array.BinarySearch(other.Ids, id, StringComparer.Ordinal) >= 0);
        if (shared == 0) return PartyRelation.None;
        var smaller = Math.Min(Ids.Length, other.Ids.Length);
        if (Ids.Length - shared <= other.Unnamed && other.Ids.Length - shared <= Unnamed) return PartyRelation.Alike;
        if (smaller == 1) return PartyRelation.One;
        var all = Ids.Length + other.Ids.Length - shared;
        return shared > 1 && 2 * shared >= all ? PartyRelation.Partial : PartyRelation.None;
    }

    /// <summary>Names of persons and parties are capitalised; a description is not, or has a determiner before it.</summary>
    private static bool IsNamed(Participant party)
    {
        if (party.Id.Length == 0 || !char.IsLower(party.Id[0])) return true;
        var words = party.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 || (!char.IsLower(words[^1][0]) && !Determiners.Contains(words[0]));
    }

    /// <summary>A state named alone stands for the sides that fight over it.</summary>
    private bool Names(PartySet sides) => Ids.Length == 1 && sides.InsideOf == Ids[0];
}
