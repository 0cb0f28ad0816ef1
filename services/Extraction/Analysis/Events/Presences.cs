using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Where one was, is or is awaited: in another country's capital, or with another party's man, on a day or on an errand.</summary>
internal sealed class Presences(Knowledge knowledge, ArticleMemory memory)
{
    private readonly Forces forces = new(knowledge);
    private readonly Roles roles = new(memory);

    /// <summary>Asked of every verb: "be" is the commonest of all, and what stands behind it settles nearly all of them.</summary>
    public static bool IsOne(List<Chunk> chunks, int at)
    {
        var verb = chunks[at];
        if (verb.Lemma is not ("be" or "expect" or "spend" or "stop") || verb.Passive != (verb.Lemma == "expect"))
            return false;
        var behind = Behind(chunks, at);
        if (behind + 1 >= chunks.Count || chunks[behind].Kind != ChunkKind.Preposition || chunks[behind + 1] is not { Kind: ChunkKind.Noun, IsDate: false } where)
            return false;
        return chunks[behind].Head is "in" or "at" ? where.Place is not null || where.Head == "capital" : chunks[behind].Head == "with" && verb.Lemma == "be" && where.IsActor;
    }

    public bool Read(Reading reading, int at, List<Candidate> found)
    {
        var verb = reading.Chunks[at];
        var target = Behind(reading.Chunks, at) + 1;
        var subjects = Subjects.Of(reading, at, knowledge);
        // "was in Hanoi for talks with the premier": the talks themselves are named.
        if (reading.Chunks.FindIndex(at, static c => c.Event is { Type: EntryType.Talks }) >= 0)
            return false;
        if (!Visited.IsOfficial(subjects) || subjects.Exists(s => s.IsCommoner) || Visited.IsPrivate(reading))
            return false;
        var parties = roles.PartiesOf(reading, subjects);
        parties.RemoveAll(p => p.Weak || !p.Known);
        if (parties.Count == 0 || Status(reading, at) is not { } status || IsElsewise(reading, at))
            return false;
        return reading.Chunks[target - 1].Head == "with"
            ? ReadWith(reading, at, target, parties, status, found)
            : ReadIn(reading, at, target, parties, verb.Lemma == "expect" && status == EntryStatus.Held ? EntryStatus.Planned : status, found);
    }

    /// <summary>"was in Hanoi on Friday to ask the premier", "is expected at the Kremlin on Monday", "spent two days in Lima last week".</summary>
    private bool ReadIn(Reading reading, int at, int target, List<Party> parties, EntryStatus status, List<Candidate> found)
    {
        if (Visited.Place(reading, reading.Chunks[target], knowledge) is not { Country: { } country } place || parties.Exists(p => p.Country == country || p.Id == country) || Visited.Host(place, place.Name, knowledge) is not { } host)
            return false;
        var asked = Visited.Asked(reading, target, parties, roles);
        var errand = asked.Count > 0 || Visited.IsToSee(reading, target, country, parties) || HasCompanion(reading, target, country);
        if (!errand && !(Visited.TellsDay(reading, at) && Visited.IsOfState(parties) && !Visited.IsElsewise(reading, at)))
        {
            reading.Note(at, "nothing says when or for what one is there", ExplanationStage.Parties);
            return false;
        }

        reading.Note(at, "who is in another country on a day, or on an errand, visits it", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Visit, Status = status, Reading = reading, At = at, Verb = at, Reach = target, Confidence = 0.7, Place = place, PlaceText = place.Name };
        candidate.AddParties(parties);
        if (asked.Count > 0)
            candidate.AddParties(asked);
        else
            Candidate.Add(candidate.Parties, host);
        found.Add(candidate);
        return true;
    }

    /// <summary>"was with the emir on Tuesday".</summary>
    private bool ReadWith(Reading reading, int at, int target, List<Party> parties, EntryStatus status, List<Candidate> found)
    {
        var other = reading.Chunks[target];
        if (other.IsCommoner || !VerbSense.IsPerson(reading, other, "see") || !Visited.TellsDay(reading, at))
            return false;
        var all = new List<Party>(parties);
        foreach (var party in roles.PartiesOf(reading, [other], parties))
            Candidate.Add(all, party);
        if (all.Count == parties.Count || all.Exists(p => p.Weak || !p.Known) || Party.AreOfOneState(all))
            return false;
        reading.Note(at, "who is with another party's man on a day meets him", ExplanationStage.Status);
        var candidate = new Candidate { Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = status == EntryStatus.UnderWay ? EntryStatus.Held : status, Reading = reading, At = at, Verb = at, Reach = target, Confidence = 0.7 };
        candidate.AddParties(all);
        found.Add(candidate);
        return true;
    }

    /// <summary>"spent Monday in Oslo with the ministers" is read as time spent with them; "spent a day in Rome without being received".</summary>
    private static bool IsElsewise(Reading reading, int at)
    {
        foreach (var phrase in Clauses.Phrases(reading, at))
        {
            if (phrase.Preposition == "without" || (phrase.Preposition == "with" && reading.Chunks[at].Lemma == "spend"))
                return true;
        }

        return reading.Chunks.Exists(c => c is { Kind: ChunkKind.Preposition, Head: "without" });
    }

    private EntryStatus? Status(Reading reading, int at)
    {
        var verb = reading.Chunks[at];
        return forces.Of(reading, at) switch
        {
            Force.Do => verb.Past || verb.Perfect || verb.Lemma != "be" ? EntryStatus.Held : EntryStatus.UnderWay,
            Force.Continue => EntryStatus.UnderWay,
            Force.Plan => EntryStatus.Planned,
            _ => null,
        };
    }

    /// <summary>"is in Tunis with a message from the king": what stands behind the place and a "with".</summary>
    private static bool HasCompanion(Reading reading, int target, string country)
    {
        var chunks = reading.Chunks;
        return target + 2 < chunks.Count && chunks[target + 1] is { Kind: ChunkKind.Preposition, Head: "with" }
            && (chunks[target + 2] is { Head: "message" or "letter" or "proposal" or "proposals" or "plan" or "offer" } || (chunks[target + 2].IsActor && chunks[target + 2].Parties.Exists(p => p.Country == country && p.Persons.Count > 0)));
    }

    /// <summary>Where the preposition stands: behind the time spent, a day, or "back".</summary>
    private static int Behind(List<Chunk> chunks, int at)
    {
        var i = at + 1;
        if (chunks[at].Lemma == "spend")
            return i < chunks.Count && chunks[i].Kind == ChunkKind.Noun && (chunks[i].IsDate || chunks[i].Head is "hours" or "days" or "day" or "night" or "weekend" or "hour") && chunks[i].Head is not ("years" or "months" or "year" or "month" or "weeks" or "summer" or "winter") ? i + 1 : chunks.Count;
        if (i < chunks.Count && chunks[i].Kind == ChunkKind.Noun && (chunks[i].IsDate || chunks[i].Head == "back"))
            i++;
        else if (i + 2 < chunks.Count && chunks[i] is { Kind: ChunkKind.Preposition, Head: "on" } && chunks[i + 1].IsDate)
            i += 2;
        return i;
    }
}
