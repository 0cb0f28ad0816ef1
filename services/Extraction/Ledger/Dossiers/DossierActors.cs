using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>Who takes part in the entries of a dossier, in which roles and how often.</summary>
internal static class DossierActors
{
    /// <summary>The most active first.</summary>
    public static IReadOnlyList<DossierActor> Of(IEnumerable<Entry> entries, Func<ParticipantRole, bool> roles) =>
    [
        .. from participation in entries.OrderByDescending(e => e.History[^1].PublishedAt).ThenBy(e => e.Id, StringComparer.Ordinal).SelectMany(e => e.Participants)
           where roles(participation.Role)
           group participation by (participation.Id, participation.Role) into same
           orderby same.Count() descending, same.Key.Role, same.Key.Id
           select new DossierActor
           {
               Id = same.Key.Id,
               Name = same.First().Name,
               Role = same.Key.Role,
               Entries = same.Count(),
               Persons = [.. same.SelectMany(p => p.Persons).Distinct(StringComparer.Ordinal)],
           },
    ];
}
