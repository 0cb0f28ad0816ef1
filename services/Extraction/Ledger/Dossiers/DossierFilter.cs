using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>Which dossiers to list; a null part allows everything.</summary>
/// <param name="Type">Only those of conflicts, or of pairs.</param>
/// <param name="Actor">Only the pairs of this party, and the conflicts in which it has a part.</param>
internal sealed record DossierFilter(DossierType? Type, string? Actor)
{
    /// <summary>The state for a government, as in the ids of pairs.</summary>
    public string? Party => Actor is null ? null : PartySet.AsState(Actor);

    /// <summary>The conflict in the actor's country.</summary>
    public string? Conflict => Actor is null ? null : DossierId.OfActors(Actor, null);

    /// <summary>The ids under which entries may name the actor.</summary>
    public string[] Ids => Actor is null ? [] : [Actor, Party!];

    /// <summary>The dossiers that these entries make and the filter allows, the last active first, then by id.</summary>
    public IReadOnlyList<ListedDossier> Apply(IEnumerable<Entry> ledger) =>
    [
        .. ledger.SelectMany(e => DossierKeys.Of(e), (entry, key) => (entry, key))
            .Where(e => DossierId.IsOfDossier(e.key) && (Type is null || DossierId.IsPair(e.key) == (Type == DossierType.Pair)))
            .GroupBy(e => e.key, e => e.entry)
            .Where(its => Actor is null || Conflict == its.Key || Names(its.Key, its))
            .Select(its => new ListedDossier(its.Key, its.Max(DossierFold.LastActivity)))
            .OrderByDescending(d => d.LastActivity).ThenBy(d => d.Id, StringComparer.Ordinal),
    ];

    private bool Names(string id, IEnumerable<Entry> its) =>
        DossierId.IsPair(id) ? DossierId.IsPairOf(id, Party!) : its.Any(e => e.Participants.Any(p => Ids.Contains(p.Id)));
}
