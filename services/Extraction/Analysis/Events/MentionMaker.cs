using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Turns candidates into mentions.</summary>
internal static class MentionMaker
{
    /// <summary>Days of a period that still tells when something ended: "in August", and not "earlier this year".</summary>
    private const int LongestPeriod = 31;

    public static IReadOnlyList<Mention> Make(List<Candidate> candidates, string text)
    {
        var mentions = new List<Mention>(candidates.Count);
        foreach (var candidate in candidates)
            mentions.Add(Make(candidate, text));
        return mentions;
    }

    private static Mention Make(Candidate candidate, string text)
    {
        var sentence = candidate.Reading.Sentence;
        var (cameo, plover) = Codes.Of(candidate.Type, candidate.Kind, candidate.Status);
        return new Mention
        {
            Type = candidate.Type,
            Kind = candidate.Kind,
            Status = candidate.Status,
            Participants = Participants(candidate),
            Place = candidate.Place is { } place ? new Place(place.Kind == NameKind.Demonym ? place.PartyName : place.Name, place.Country, candidate.PlaceText.Length > 0 ? candidate.PlaceText : null) : null,
            Start = candidate.Start,
            End = candidate.End ?? Ended(candidate),
            StartPrecision = candidate.Start is null ? null : candidate.Precision,
            Topics = [.. candidate.Topics],
            Confidence = Confidence(candidate),
            Background = candidate.Background,
            Unilateral = candidate.Unilateral,
            Cameo = cameo,
            Plover = plover,
            Evidence = new Evidence(sentence.Start, sentence.End, text[sentence.Start..sentence.End]),
        };
    }

    /// <summary>"Broke down in August 2003", of what the text does not say when it began: the day by which it was over.</summary>
    private static DateOnly? Ended(Candidate candidate) =>
        candidate is { Start: null, Status: EntryStatus.Collapsed or EntryStatus.Suspended, Step: { } step } && !(step.DayNumber - candidate.StepSince?.DayNumber > LongestPeriod && step is not { Month: 12, Day: 31 }) ? step : null;

    /// <summary>The rule's own confidence, moved by how well the event is told: named parties, a day, a place; doubt where none is known.</summary>
    public static double Confidence(Candidate candidate) =>
        Math.Round(Math.Clamp(ConfidenceSteps(candidate).Sum(s => s.Change), 0.3, 0.95), 2);

    public static IEnumerable<ConfidenceStep> ConfidenceSteps(Candidate candidate)
    {
        yield return new(candidate.Confidence, candidate.Confidence <= LooseStatus.Confidence ? "a guess: no rule of grammar says so, words around it do" : "the rule's own");
        if (candidate.Parties.Count > 1 && candidate.Parties.TrueForAll(p => p.Known))
            yield return new(0.05, "every party is known");
        if (candidate.Start is not null || candidate.Place is not null)
            yield return new(0.03, "the text says when or where");
        if (candidate.Parties.Count == 0)
            yield return new(candidate.Type == EntryType.Ceasefire ? -0.1 : -0.25, "no party is named");
        else if (candidate.Type == EntryType.Talks && candidate.Parties.Count == 1)
            yield return new(-0.15, "one party only is named");
    }

    public static List<Participant> Participants(Candidate candidate)
    {
        var result = new List<Participant>();
        Add(candidate.Reading, result, candidate.Parties, ParticipantRole.Party);
        Add(candidate.Reading, result, candidate.Mediators, ParticipantRole.Mediator);
        Add(candidate.Reading, result, candidate.Hosts, ParticipantRole.Host);
        Add(candidate.Reading, result, candidate.Callers, ParticipantRole.Caller);
        return result;
    }

    /// <summary>The words of the sentence for a party that the article named elsewhere, or that shares a word with another ("Sino-British").</summary>
    private static string Words(Reading reading, Party party, List<Party> parties)
    {
        var shared = parties.Exists(p => !p.Same(party) && p.Text == party.Text);
        if (!shared && reading.Text.AsSpan(reading.Sentence.Start, reading.Sentence.End - reading.Sentence.Start).Contains(party.Text, StringComparison.Ordinal))
            return party.Text;
        foreach (var chunk in reading.Chunks)
        {
            if (chunk.IsActor && chunk.Parties.Count == 1 && chunk.Parties[0].Same(party))
                return chunk.Parties[0].Text;
        }

        foreach (var name in reading.Names)
        {
            if (name.Entry.Party == party.Id)
                return reading.Slice(name.First, name.Last);
        }

        return party.Text;
    }

    private static void Add(Reading reading, List<Participant> result, List<Party> parties, ParticipantRole role)
    {
        foreach (var party in parties)
        {
            if (result.Exists(p => p.Id == party.Id))
                continue;
            result.Add(new Participant { Id = party.Id, Name = party.Name, Text = Words(reading, party, parties), Role = role, Persons = [.. party.Persons] });
        }
    }
}
