using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"Brazil, which hosted the talks, was content", "The session lasted two hours": a definite noun takes up the talks that the text has told of, with their parties and their day.</summary>
internal static class TakenUp
{
    /// <summary>Sentences over which the last talks that were told are those that are meant; further back, only talks that are the only ones.</summary>
    public const int Reach = 3;

    /// <summary>So many talks told before are looked at: a text that tells of more is a chronicle.</summary>
    private const int Looked = 16;

    /// <summary>Sets what it takes up, and gives it the parties of that; who only hosts, leads or attends it is none of them.</summary>
    public static void Settle(Reading reading, Candidate candidate, ArticleMemory memory)
    {
        if (memory.Told.Count > 0 && Find(reading, candidate, memory) is { } told)
            Take(reading, candidate, told);
    }

    private static void Take(Reading reading, Candidate candidate, Candidate told)
    {
        var others = candidate.Parties.FindAll(p => !p.IsIn(told.Parties));
        // "a dagger at the talks": named in passing.
        if (candidate.Verb < 0 ? candidate.Parties.Count < 2 || others.Count > 0 : others.Count > 0 && !IsBesideThem(candidate, told, others))
            return;
        candidate.Again = told;
        candidate.Anaphoric = true;
        if (told.Status == EntryStatus.Held && IsArranged(candidate))
            candidate.Status = EntryStatus.Held;
        if (candidate.Kind == EntryKind.Meeting)
            candidate.Kind = told.Kind;
        if (WasToBe(candidate) && IsDone(told.Status))
            candidate.Status = EntryStatus.Postponed;
        if (others.Count == 0 && candidate.Parties.Count >= told.Parties.Count)
            return;
        candidate.Parties.Clear();
        candidate.AddParties(told.Parties);
        foreach (var other in others.FindAll(static p => p.Known))
        {
            if (reading.Chunks[candidate.Verb].Lemma is "host" or "co-host" || other.IsIn(told.Hosts))
                Candidate.Add(candidate.Hosts, other);
            else if (WordLists.Leading.Has(reading.Chunks[candidate.Verb].Lemma) || other.IsIn(told.Mediators))
                Candidate.Add(candidate.Mediators, other);
        }

        reading.Note(candidate.At, "it takes up talks that the text has told of: of their parties", ExplanationStage.Parties);
    }

    /// <summary>"Brazil hosted the talks", "the envoy took part in the session"; and whoever the text has told so of may adjourn them, too.</summary>
    private static bool IsBesideThem(Candidate candidate, Candidate told, List<Party> others)
    {
        var lemma = candidate.Reading.Chunks[candidate.Verb].Lemma;
        return candidate.Status != EntryStatus.Rejected && (lemma is "host" or "co-host" || WordLists.Leading.Has(lemma) || WordLists.Attending.Has(lemma) || others.TrueForAll(p => p.IsIn(told.Hosts) || p.IsIn(told.Mediators)));
    }

    /// <summary>Gives it the day of what it takes up, where its own sentence names none.</summary>
    public static bool SetDay(Reading reading, Candidate candidate)
    {
        if (candidate is not { Again: { Start: { } start } told, Start: null, Step: null } || !IsDone(told.Status) || !IsDone(candidate.Status))
            return false;
        (candidate.Start, candidate.End, candidate.Precision) = (start, told.End, told.Precision);
        reading.Note(candidate.At, "it takes up talks that the text has told of: of their day", ExplanationStage.Date);
        return true;
    }

    /// <summary>"It was the second time this year that the two had met": of the day of what the sentence before told; false where it is no such sentence.</summary>
    public static bool SettleTime(Reading reading, Candidate candidate, ArticleMemory memory)
    {
        if (memory.Told.Count == 0 || candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held } || memory.Told[^1] is not ({ Status: EntryStatus.Held or EntryStatus.UnderWay or EntryStatus.Suspended, Kind: var kind } told, var number) || memory.Number - number > Reach
            || (kind == EntryKind.Call) != (candidate.Kind == EntryKind.Call) || !IsNthTime(reading) || !AreAmong(candidate.Parties, told.Parties))
            return false;
        candidate.Again = told;
        candidate.Anaphoric = true;
        candidate.AddParties(told.Parties);
        (candidate.Start, candidate.End, candidate.Precision, candidate.Kind) = (told.Start, told.End, told.Precision, told.Kind);
        candidate.Place = told.Place;
        reading.Note(candidate.At, "it counts the talks that the text has told of: of their day", ExplanationStage.Date);
        return true;
    }

    /// <summary>"The encounter had been put off twice", of one that has come about: what was before it.</summary>
    public static bool HasComeAbout(Candidate candidate) => candidate is { Status: EntryStatus.Postponed, Again: { } told } && IsDone(told.Status);

    /// <summary>"It was the first time that", "This was their third meeting".</summary>
    private static bool IsNthTime(Reading reading)
    {
        var tokens = reading.Tokens;
        if (tokens.Length < 5 || tokens[0].Word?.Text is not ("it" or "this" or "that" or "theirs") || tokens[1].Word?.Text is not ("was" or "is" or "marked" or "were"))
            return false;
        for (var i = 2; i + 1 < tokens.Length && i < 6; i++)
        {
            if (WordLists.Nth.Has(tokens[i].Word?.Text) || tokens[i].Mark == Mark.Number)
                return true;
        }

        return false;
    }

    private static bool IsDone(EntryStatus status) => status is EntryStatus.Held or EntryStatus.UnderWay or EntryStatus.Suspended;

    private static Candidate? Find(Reading reading, Candidate candidate, ArticleMemory memory)
    {
        var chunk = reading.Chunks[candidate.At];
        if (!MayTakeUp(reading, candidate, chunk))
            return null;
        var place = Place(reading, candidate);
        Candidate? found = null;
        var at = 0;
        for (var i = memory.Told.Count - 1; i >= Math.Max(0, memory.Told.Count - Looked); i--)
        {
            var (told, number) = memory.Told[i];
            if (!IsLike(candidate, chunk, told) || !IsAt(place, told) || (WordLists.Processes.Has(chunk.Head) && AreOthers(told, memory.Sides)) || (found is not null && ReferenceEquals(found.Reading, told.Reading) && !IsRather(chunk, told, found)))
                continue;
            if (found is not null && !ReferenceEquals(found.Reading, told.Reading) && !AreOne(found, told))
                return memory.Number - at <= Reach && !SaysWhose(reading, candidate) ? found : null;
            if (found is null || ReferenceEquals(found.Reading, told.Reading))
                (found, at) = (told, number);
        }

        return found is null || SaysWhose(reading, candidate) ? null : found;
    }

    private static bool MayTakeUp(Reading reading, Candidate candidate, Chunk chunk)
    {
        if (candidate.Kind is EntryKind.Call or EntryKind.Visit or EntryKind.Mediation || reading.Sentence.IsTitle || chunk.IsPronoun || !(chunk.IsDefinite || IsOfDay(reading, chunk)) || reading.Tokens[chunk.First].Tag is Tag.Possessive
            || chunk.Head is "process" or "dialogue" or "meetings" or "sessions" or "rounds" or "summits" or "contacts" or "conferences" or "encounters" || IsOther(reading, chunk))
            return false;
        foreach (var party in chunk.Parties)
        {
            if (!party.IsPlace)
                return false;
        }

        // "The summit, the biggest gathering of its kind": what is said of one that the sentence names.
        return !(candidate.At > 1 && reading.Chunks[candidate.At - 1].Kind == ChunkKind.Comma && reading.Chunks[candidate.At - 2].Event is not null);
    }

    /// <summary>"the talks between A and B", "the meeting of the committee".</summary>
    private static bool SaysWhose(Reading reading, Candidate candidate) =>
        Clauses.Phrases(reading, candidate.At).Exists(static p => p.Direct && p.Preposition is "between" or "with" or "among" or "of" && p.Nouns.Exists(static n => n.IsActor || n.IsCommoner));

    /// <summary>Of two that one sentence tells of, the one that it names by the same word, else the one that it tells first: what it is about.</summary>
    private static bool IsRather(Chunk chunk, Candidate first, Candidate second) =>
        Names(second, chunk) ? Names(first, chunk) : true;

    private static bool Names(Candidate told, Chunk chunk) => told.Reading.Chunks[told.At] is { Kind: ChunkKind.Noun } named && named.Head == chunk.Head;

    /// <summary>"the next round", "the other meeting".</summary>
    private static bool IsOther(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (WordLists.OtherTalks.Has(reading.Tokens[i].Word?.Text) || ((reading.Tokens[i].Mark == Mark.Apostrophe || reading.Tokens[i].Is("'s")) && !IsOfDay(reading.Tokens, i)))
                return true;
        }

        return false;
    }

    /// <summary>"Wednesday's session".</summary>
    private static bool IsOfDay(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First + 1; i < chunk.Last; i++)
        {
            if (IsOfDay(reading.Tokens, i))
                return true;
        }

        return false;
    }

    private static bool IsOfDay(Token[] tokens, int genitive) =>
        genitive > 0 && (tokens[genitive].Mark == Mark.Apostrophe || tokens[genitive].Is("'s")) && (tokens[genitive - 1].Is(WordClass.Weekday) || tokens[genitive - 1].Word?.Text is "today" or "yesterday");

    private static bool IsLike(Candidate candidate, Chunk chunk, Candidate told)
    {
        if (told.Kind is EntryKind.Call or EntryKind.Visit || (chunk.Head == "summit" && told.Kind != EntryKind.Summit) || (chunk.Head == "conference" && told.Kind != EntryKind.Conference) || (chunk.Head == "round" && told.Kind is EntryKind.Summit or EntryKind.Conference))
            return false;
        // What is over has no plan any more, and a refusal is of nothing that was held.
        if (told.Status is EntryStatus.Held or EntryStatus.Suspended ? candidate.Status is EntryStatus.Planned or EntryStatus.Proposed && !IsArranged(candidate) : told.Status != EntryStatus.UnderWay && IsDone(candidate.Status) && !told.Background)
            return false;
        // "But the talks go on": not those that are told as long over.
        if (candidate is { Status: EntryStatus.UnderWay, Verb: >= 0 and var verb } && told is { Status: EntryStatus.Held or EntryStatus.Suspended, Background: true } && candidate.Reading.Chunks[verb] is { Kind: ChunkKind.Verb, Past: false, Modal: null })
            return false;
        return told.Status is not (EntryStatus.Rejected or EntryStatus.Proposed) && (Counted(candidate.Reading, chunk) is not { } count || count == told.Parties.Count);
    }

    /// <summary>"The meeting in Geneva", "the Geneva talks".</summary>
    private static NameEntry? Place(Reading reading, Candidate candidate)
    {
        var chunk = reading.Chunks[candidate.At];
        var last = candidate.At + 2 < reading.Chunks.Count && reading.Chunks[candidate.At + 1] is { Kind: ChunkKind.Preposition, Head: "in" or "at" } ? reading.Chunks[candidate.At + 2].Last : chunk.Last;
        foreach (var name in reading.Names)
        {
            if (name.First >= chunk.First && name.Last <= last && name.Entry.Kind is NameKind.City or NameKind.Seat or NameKind.State)
                return name.Entry;
        }

        return null;
    }

    private static bool IsAt(NameEntry? place, Candidate told) => place is null || told.Place?.Name == place.Name || (told.Place is { Kind: NameKind.State } && told.Place.Country == place.Country);

    /// <summary>In a text about two at war, "the talks" are theirs.</summary>
    private static bool AreOthers(Candidate told, Sides sides) =>
        sides.Pair is [var one, var other] && (sides.AtWar || sides.OfOneCountry is not null) && !(one.IsIn(told.Parties) && other.IsIn(told.Parties));

    /// <summary>"the trilateral meeting", "the six-party talks": of how many; null where it does not count them.</summary>
    private static int? Counted(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (reading.Tokens[i].Word?.Text switch { "bilateral" => 2, "trilateral" or "tripartite" or "three" => 3, "quadripartite" or "four" => 4, "five" => 5, "six" => 6, _ => 0 } is > 0 and var count)
                return i + 1 < chunk.Last && reading.Tokens[i + 1].Word?.Text is "day" or "days" or "hour" or "hours" or "week" or "weeks" || i + 2 < chunk.Last && reading.Tokens[i + 2].Word?.Text is "day" or "hour" or "week" ? null : count;
        }

        return null;
    }

    /// <summary>"The meeting was to have taken place on Monday", of one that was held: its day slipped.</summary>
    private static bool WasToBe(Candidate candidate) =>
        candidate is { Status: EntryStatus.Cancelled, Verb: >= 0 and var verb } && candidate.Reading.Chunks[verb] is { Kind: ChunkKind.Verb, Perfect: true, Negated: false, Modal: "would" or "to" or "should", Lemma: "take place" or "hold" or "be" or "begin" or "start" or "open" or "meet" or "occur" or "convene" };

    /// <summary>"The meeting was arranged by the envoy": how that which was held came about.</summary>
    private static bool IsArranged(Candidate candidate) =>
        candidate.Verb >= 0 && candidate.Reading.Chunks[candidate.Verb] is { Passive: true, Past: true, Perfect: false, Modal: null, Lemma: "arrange" or "organise" or "organize" or "set up" or "broker" or "convene" } && candidate.Verb + 1 < candidate.Reading.Chunks.Count && candidate.Reading.Chunks[candidate.Verb + 1].Head == "by";

    private static bool AreOne(Candidate a, Candidate b) =>
        a.Parties.Exists(p => p.Known && p.IsIn(b.Parties)) && (AreAmong(a.Parties, b.Parties) || AreAmong(b.Parties, a.Parties)) && (a.Start is null || b.Start is null || a.Start == b.Start);

    /// <summary>Those of them that are known.</summary>
    private static bool AreAmong(List<Party> some, List<Party> others)
    {
        foreach (var party in some)
        {
            if (party.Known && !party.IsIn(others))
                return false;
        }

        return true;
    }
}
