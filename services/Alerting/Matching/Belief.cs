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

    /// <summary>Whether all that he was told is so. What he was not told, he is not told now: it was learned meanwhile, and was no news.</summary>
    private static bool AreAlike(Entry told, Entry now) =>
        told.Id == now.Id && told.Type == now.Type && told.Kind == now.Kind && told.Status == now.Status && told.Disputed == now.Disputed
        && (told.Start is null || (told.Start == now.Start && told.StartPrecision == now.StartPrecision)) && (told.End is null || told.End == now.End)
        && (told.Place is not { } place || (place.Name == now.Place?.Name && (place.Country is null || place.Country == now.Place.Country)))
        && Sides(told).IsSubsetOf(Sides(now));

    private static HashSet<(string, ParticipantRole)> Sides(Entry entry) => [.. entry.Participants.Select(p => (p.Id, p.Role))];
}
