using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>The participants of an entry: those of all its mentions, each once, with its people united.</summary>
internal sealed class ParticipantFold
{
    private readonly Dictionary<string, Participant> byId = new(StringComparer.Ordinal);

    public void Add(IEnumerable<Participant> participants)
    {
        foreach (var participant in participants)
            byId[participant.Id] = byId.TryGetValue(participant.Id, out var known) ? United(known, participant) : participant;
    }

    /// <summary>Parties first, by id, then the other roles.</summary>
    public IReadOnlyList<Participant> ToList()
    {
        var all = new Dictionary<string, Participant>(byId, StringComparer.Ordinal);
        foreach (var state in byId.Values)
            if (Speaker(state) is { } speaker)
            {
                all[speaker.Id] = United(all[speaker.Id], state);
                all.Remove(state.Id);
            }

        return [.. all.Values.OrderBy(p => p.Role).ThenBy(p => p.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The government, where it is named beside its state, or the first of the sides where the state stood for them: then the state is no
    /// participant of its own.
    /// </summary>
    private Participant? Speaker(Participant state)
    {
        if (state.Role != ParticipantRole.Party) return null;
        var inside = byId.Values.Where(p => p.Id != state.Id && p.Role == ParticipantRole.Party && PartySet.StateOf(p.Id) == state.Id)
            .OrderBy(p => p.Id, StringComparer.Ordinal).ToArray();
        return inside.FirstOrDefault(p => PartySet.AsState(p.Id) == state.Id);
    }

    private static Participant United(Participant known, Participant further) => known with
    {
        Role = known.Role < further.Role ? known.Role : further.Role,
        Persons = further.Persons.Count == 0 ? known.Persons : [.. known.Persons.Union(further.Persons, StringComparer.Ordinal)],
    };
}
