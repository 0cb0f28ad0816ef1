using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Where an event is, was or will be.</summary>
internal static class EventPlaces
{
    /// <summary>So far into the text the dateline tells where things happened.</summary>
    private const int DatedSentences = 4;

    /// <summary>Sentences in which the dateline tells where one at home met one from abroad: the headline and the first.</summary>
    private const int LeadSentences = 2;

    /// <param name="reading">The sentence.</param>
    /// <param name="candidate">The event.</param>
    /// <param name="knowledge">What the analysis knows.</param>
    /// <param name="readings">The sentences of the article.</param>
    /// <param name="number">The sentence's number, the first being 1.</param>
    public static void Set(Reading reading, Candidate candidate, Knowledge knowledge, List<Reading> readings, int number)
    {
        if (candidate.Place is not null)
            return;
        var chunks = reading.Chunks;
        var own = chunks[candidate.At].Kind == ChunkKind.Noun ? chunks[candidate.At].Place : null;
        if (WhereBefore(chunks, candidate.At) is { Place: { } antecedent } named)
            Put(reading, candidate, antecedent, reading.Slice(named.PlaceAt, named.PlaceEnd), "the place that \"where\" takes up");
        else if (PlacePhrases.Behind(reading, candidate, candidate.At, knowledge) is { } behind)
            Put(reading, candidate, behind.Place, behind.Text, "the place behind \"in\", \"at\" or \"near\" behind it");
        else if (own is { Kind: NameKind.City } && IsOfConflict(reading, candidate, own))
            candidate.Topics.Add(own.Name);
        else if (own is { Kind: NameKind.City })
            Put(reading, candidate, own, own.Name, "the town in its own phrase");
        else if (candidate is { Type: EntryType.Ceasefire, Verb: > 0 and var verb } && verb > candidate.At && chunks[verb].Lemma is "bring calm to" or "cover" or "apply to" or "extend to" or "bring quiet to" && Covered(chunks, verb) is { Place: { } area } covered)
            Put(reading, candidate, area, reading.Slice(covered.PlaceAt, covered.PlaceEnd), "the land to which its verb says that it applies");
        else if (candidate.Type == EntryType.Talks && SameTown(reading, readings, number) is { } again)
            Put(reading, candidate, again, again.Name, "\"the same town\": the one that the text named last");
        else if (PlacePhrases.Behind(reading, candidate, 0, knowledge) is { } anywhere)
            Put(reading, candidate, anywhere.Place, anywhere.Text, "the place behind \"in\", \"at\" or \"near\" in its clause");
        else if (Reached(chunks, candidate) is { Place: { } goal } reached)
            Put(reading, candidate, goal, reading.Slice(reached.PlaceAt, reached.PlaceEnd), "where they went before, in the same clause");
        else if (candidate.Kind == EntryKind.Visit && candidate.Parties.Find(p => p.IsPlace) is { } visited)
            Put(reading, candidate, new NameEntry(NameKind.State, visited.Id, visited.Name, visited.Country, 0, 0, false, false, visited.Name), visited.Text, "the country that is visited");
    }

    /// <summary>"drove up to Panmunjom and for two hours discussed with him": the town that one went to and met in; null where the clause names none.</summary>
    private static Chunk? Reached(List<Chunk> chunks, Candidate candidate)
    {
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.UnderWay, Kind: not EntryKind.Call } || chunks[candidate.At].Kind != ChunkKind.Verb)
            return null;
        for (var j = candidate.At - 1; j > 0; j--)
        {
            if (chunks[j].Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break)
                return null;
            // "unannounced", in commas, may be no verb of the clause.
            if (chunks[j] is not { Kind: ChunkKind.Verb } verb || (chunks[j - 1].Kind == ChunkKind.Comma && chunks[j + 1].Kind == ChunkKind.Comma))
                continue;
            // "up to": two prepositions, or one.
            var to = chunks[j + 1] is { Kind: ChunkKind.Preposition, Head: "up" or "down" or "over" or "back" } && chunks[j + 2].Kind == ChunkKind.Preposition ? j + 2 : j + 1;
            return verb is { Finite: true, Past: true, Negated: false } && WordLists.GoingThere.Has(verb.Lemma) && chunks[to] is { Kind: ChunkKind.Preposition, Head: "to" } && to + 1 < candidate.At && chunks[to + 1] is { Kind: ChunkKind.Noun, Place.Kind: NameKind.City or NameKind.Seat } town ? town : null;
        }

        return null;
    }

    /// <summary>"the Aceh peace talks", of a state and a group of its own: the land that they fight over, not where they talk.</summary>
    private static bool IsOfConflict(Reading reading, Candidate candidate, NameEntry own) =>
        candidate.Type == EntryType.Talks && candidate.Parties.Count > 1 && candidate.Parties.TrueForAll(p => p.Country == own.Country) && reading.Has(reading.Chunks[candidate.At], "peace");

    /// <summary>"brought calm to the province of X", "covers X": the land; null where none is named.</summary>
    private static Chunk? Covered(List<Chunk> chunks, int verb)
    {
        var at = verb + 1 < chunks.Count && chunks[verb + 1] is { Kind: ChunkKind.Noun, Place: null } && verb + 3 < chunks.Count && chunks[verb + 2].Head == "of" ? verb + 3 : verb + 1;
        return at < chunks.Count && chunks[at] is { Kind: ChunkKind.Noun, Place: not null } land ? land : null;
    }

    /// <summary>"from Moscow, where he met": the place that "where" takes up, in the clause of the event.</summary>
    private static Chunk? WhereBefore(List<Chunk> chunks, int at)
    {
        for (var j = at - 1; j > 0; j--)
        {
            if (chunks[j].Kind is ChunkKind.Subordinator or ChunkKind.Relative)
            {
                var before = chunks[j - 1].Kind == ChunkKind.Comma && j > 1 ? chunks[j - 2] : chunks[j - 1];
                return chunks[j].Head == "where" && before.Kind == ChunkKind.Noun ? before : null;
            }

            if (chunks[j].Kind == ChunkKind.Break || (chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite && j < at - 1 && chunks[at].Kind == ChunkKind.Verb))
                return null;
        }

        return null;
    }

    /// <summary>"GENEVA, Oct 3 - Talks broke up": what the first lines tell of today, of parties from elsewhere, happened where they were written; "here" is there too.</summary>
    public static void SetByDateline(Reading reading, Candidate candidate, NameEntry? dateline, int number, DateOnly? published)
    {
        if (candidate.Place is not null || dateline is not { } place || candidate.Type != EntryType.Talks || candidate.Kind == EntryKind.Call)
            return;
        var here = IsHere(reading) || IsThisTown(reading);
        if (!here && (number > DatedSentences || !IsNewsOfToday(candidate, published)
            || place.Kind is not (NameKind.City or NameKind.Seat) || (WordLists.NewsHubs.Has(place.Name) && !IsInVenue(reading)) || candidate.Parties.Count < 2 || candidate.Parties.Exists(p => p.Country is null) || !(candidate.Parties.TrueForAll(p => p.Country != place.Country) || IsGuests(candidate, place, number))))
            return;
        Put(reading, candidate, place, place.Name, here ? "\"here\" is the town of the dateline" : "the town of the dateline: news of today");
    }

    /// <summary>"met here on Monday", "talks here"; "diplomats here said" is where these are.</summary>
    private static bool IsHere(Reading reading)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is("here") && !(i > 0 && i + 1 < tokens.Length && tokens[i - 1].Tag == Tag.Noun && tokens[i + 1].Tag is Tag.Verb or Tag.Auxiliary && tokens[i - 1].Word is not { IsTrigger: true }))
                return true;
        }

        return false;
    }

    /// <summary>What opens the text, of one at home and one from abroad: they met where it was written.</summary>
    private static bool IsGuests(Candidate candidate, NameEntry place, int number) =>
        number <= LeadSentences && candidate.Kind != EntryKind.Visit && candidate.Status is EntryStatus.Held or EntryStatus.Suspended && candidate.Parties.Exists(p => p.Country != place.Country);

    /// <summary>"in that resort", "in the same town": the town that the sentence has named; "in the Norwegian capital": the capital. Null where it is neither.</summary>
    public static NameEntry? Described(Reading reading, Chunk chunk, Knowledge knowledge)
    {
        if (!WordLists.Towns.Has(chunk.Head))
            return null;
        if (chunk.Head == "capital" && reading.Names.Find(n => n.First >= chunk.First && n.Last < chunk.Last && n.Entry.Kind == NameKind.Demonym).Entry is { Country: { } country } && knowledge.Capitals.GetValueOrDefault(country) is { } capital)
            return new NameEntry(NameKind.Seat, country, capital, country, 0, 0, false, false, knowledge.PartyName(country));
        var again = reading.Tokens[chunk.First].Is("that") || (chunk.First > 0 && reading.Tokens[chunk.First - 1].Is("that")) || (chunk.Last - chunk.First > 1 && reading.Tokens[chunk.First + 1].Is("same"));
        return again ? reading.Names.FindLast(n => n.Last <= chunk.First && n.Entry is { Kind: NameKind.City or NameKind.Seat, Country: not null }).Entry : null;
    }

    /// <summary>Told as of today or yesterday; what did not come about, in the lead, was to be where it is reported from.</summary>
    private static bool IsNewsOfToday(Candidate candidate, DateOnly? published) =>
        candidate is { Status: EntryStatus.Cancelled, Verb: >= 0 and var verb } ? Circumstance.IsUnreal(candidate.Reading, candidate.Reading.Chunks[verb])
        : candidate is { Status: EntryStatus.Held or EntryStatus.UnderWay or EntryStatus.Suspended } && (candidate.End ?? candidate.Start) is { } day && published is { } now && Math.Abs(now.DayNumber - day.DayNumber) <= 1;

    /// <summary>"in the ballroom of an old hotel": a house of the town, which the text need not name again.</summary>
    private static bool IsInVenue(Reading reading)
    {
        for (var j = 0; j + 1 < reading.Chunks.Count; j++)
        {
            if (reading.Chunks[j] is { Kind: ChunkKind.Preposition, Head: "in" or "at" } && reading.Chunks[j + 1].Kind == ChunkKind.Noun && WordLists.Venues.Has(reading.Chunks[j + 1].Head))
                return true;
        }

        return false;
    }

    private static bool IsThisTown(Reading reading)
    {
        for (var i = 0; i + 1 < reading.Tokens.Length; i++)
        {
            if (reading.Tokens[i].Is("this") && reading.Tokens[i + 1].Word?.Text is "city" or "town" or "capital")
                return true;
        }

        return false;
    }

    private static void Put(Reading reading, Candidate candidate, NameEntry place, string text, string reason)
    {
        reading.Note(candidate.At, reason, ExplanationStage.Place);
        candidate.Place = place;
        candidate.PlaceText = text;
    }

    /// <summary>"in the same town", "It was in the same Swiss city that": the town that the text named last; null where the sentence says no such thing.</summary>
    private static NameEntry? SameTown(Reading reading, List<Reading> readings, int number)
    {
        var chunks = reading.Chunks;
        for (var j = 0; j + 1 < chunks.Count; j++)
        {
            if (chunks[j] is not { Kind: ChunkKind.Preposition, Head: "in" or "at" } || chunks[j + 1].Kind != ChunkKind.Noun || !WordLists.Settlements.Has(chunks[j + 1].Head) || !reading.Has(chunks[j + 1], "same"))
                continue;
            for (var (k, before) = (number - 1, reading.Tokens[chunks[j].First].Start); k >= 0; k--)
            {
                if (readings[k].Names.FindLast(n => n.Entry.Kind is NameKind.City or NameKind.Seat && readings[k].Tokens[n.First].Start < before) is { Entry: { } town })
                    return town;
            }
        }

        return null;
    }
}
