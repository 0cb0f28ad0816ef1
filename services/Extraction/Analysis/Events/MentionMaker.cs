using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Turns candidates into mentions.</summary>
internal static class MentionMaker
{
    public static IReadOnlyList<Mention> Make(List<Candidate> candidates, string? topic, string text)
    {
        var mentions = new List<Mention>(candidates.Count);
        foreach (var candidate in candidates)
            mentions.Add(Make(candidate, topic, text));
        return mentions;
    }

    private static Mention Make(Candidate candidate, string? topic, string text)
    {
        var sentence = candidate.Reading.Sentence;
        var (cameo, plover) = Codes.Of(candidate.Type, candidate.Kind, candidate.Status);
        var topics = candidate.Topics.ToList();
        if (topic is not null && !topics.Contains(topic) && topics.Count == 0)
            topics.Add(topic);
        return new Mention
        {
            Type = candidate.Type,
            Kind = candidate.Kind,
            Status = candidate.Status,
            Participants = Participants(candidate),
            Place = candidate.Place is { } place ? new Place(place.Kind == NameKind.Demonym ? place.PartyName : place.Name, place.Country, candidate.PlaceText.Length > 0 ? candidate.PlaceText : null) : null,
            Start = candidate.Start,
            End = candidate.End,
            StartPrecision = candidate.Start is null ? null : candidate.Precision,
            Topics = topics,
            Confidence = Math.Round(Confidence(candidate), 2),
            Background = candidate.Background,
            Unilateral = candidate.Unilateral,
            Cameo = cameo,
            Plover = plover,
            Evidence = new Evidence(sentence.Start, sentence.End, text[sentence.Start..sentence.End]),
        };
    }

    /// <summary>The rule's own confidence, moved by how well the event is told: named parties, a day, a place; doubt where none is known.</summary>
    private static double Confidence(Candidate candidate)
    {
        var confidence = candidate.Confidence;
        if (candidate.Parties.Count > 1 && candidate.Parties.TrueForAll(p => p.Known))
            confidence += 0.05;
        if (candidate.Start is not null || candidate.Place is not null)
            confidence += 0.03;
        if (candidate.Parties.Count == 0)
            confidence -= candidate.Type == EntryType.Ceasefire ? 0.1 : 0.25;
        else if (candidate.Type == EntryType.Talks && candidate.Parties.Count == 1)
            confidence -= 0.15;
        return Math.Clamp(confidence, 0.3, 0.95);
    }

    private static List<Participant> Participants(Candidate candidate)
    {
        var result = new List<Participant>();
        Add(result, candidate.Parties, ParticipantRole.Party);
        Add(result, candidate.Mediators, ParticipantRole.Mediator);
        Add(result, candidate.Hosts, ParticipantRole.Host);
        Add(result, candidate.Callers, ParticipantRole.Caller);
        return result;
    }

    private static void Add(List<Participant> result, List<Party> parties, ParticipantRole role)
    {
        foreach (var party in parties)
        {
            if (result.Exists(p => p.Id == party.Id))
                continue;
            result.Add(new Participant { Id = party.Id, Name = party.Name, Text = party.Text, Role = role, Persons = [.. party.Persons] });
        }
    }
}
