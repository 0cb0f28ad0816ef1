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
            Confidence = Math.Round(candidate.Confidence, 2),
            Background = candidate.Background,
            Unilateral = candidate.Unilateral,
            Cameo = cameo,
            Plover = plover,
            Evidence = new Evidence(sentence.Start, sentence.End, text[sentence.Start..sentence.End]),
        };
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
