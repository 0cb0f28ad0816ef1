using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>What somebody takes for so who was told of an entry: the change that he was told last.</summary>
internal static class Belief
{
    /// <summary>Whether a change that takes something back tells him anything else than he takes for so.</summary>
    /// <param name="told">What he was told last.</param>
    /// <param name="now">The change.</param>
    public static bool IsWrong(LedgerChange told, LedgerChange now)
    {
        if (IsGone(told) || IsGone(now))
            return IsGone(told) != IsGone(now);
        // Of what moves to an entry of its own he has to know where it is.
        return now.Kind == ChangeKind.Split || !AreAlike(told.After, now.After);
    }

    private static bool IsGone(LedgerChange change) => change.Kind is ChangeKind.Retracted or ChangeKind.Merged;

    private static bool AreAlike(Entry one, Entry other) =>
        one.Id == other.Id && one.Type == other.Type && one.Kind == other.Kind && one.Status == other.Status && one.Disputed == other.Disputed
        && one.Start == other.Start && one.End == other.End && one.StartPrecision == other.StartPrecision && one.Place?.Name == other.Place?.Name
        && Sides(one).SetEquals(Sides(other));

    private static HashSet<(string, ParticipantRole)> Sides(Entry entry) => [.. entry.Participants.Select(p => (p.Id, p.Role))];
}
