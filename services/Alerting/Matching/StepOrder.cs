using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>The changes of some entries, parted into those whose turn it is and those that came before their turn.</summary>
/// <param name="Due">In the order of each entry's versions.</param>
/// <param name="Early">They wait for a version that has not come.</param>
/// <param name="Passed">For each entry the version up to which all have come.</param>
public sealed record StepOrder(IReadOnlyList<LedgerChange> Due, IReadOnlyList<LedgerChange> Early, IReadOnlyDictionary<string, int> Passed)
{
    /// <summary>Parts changes.</summary>
    /// <param name="changes">What has come; a change may stand here twice.</param>
    /// <param name="passed">For each of their entries the version up to which all had come; 0 where none had.</param>
    public static StepOrder Of(IEnumerable<LedgerChange> changes, IReadOnlyDictionary<string, int> passed)
    {
        var (due, early, now) = (new List<LedgerChange>(), new List<LedgerChange>(), passed.ToDictionary());
        foreach (var change in changes.DistinctBy(c => (c.EntryId, c.Version)).OrderBy(c => c.EntryId, StringComparer.Ordinal).ThenBy(c => c.Version))
        {
            // One that was given up, and comes all the same, is late but must not be missed.
            if (change.Version > now[change.EntryId] + 1)
            {
                early.Add(change);
                continue;
            }

            due.Add(change);
            now[change.EntryId] = Math.Max(now[change.EntryId], change.Version);
        }

        return new StepOrder(due, early, now);
    }
}
