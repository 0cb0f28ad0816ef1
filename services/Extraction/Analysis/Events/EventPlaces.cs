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
        else if (PlacedBehind(reading, candidate, candidate.At, knowledge) is { } behind)
            Put(reading, candidate, behind.Place, behind.Text, "the place behind \"in\", \"at\" or \"near\" behind it");
        else if (own is { Kind: NameKind.City } && IsOfConflict(reading, candidate, own))
            candidate.Topics.Add(own.Name);
        else if (own is { Kind: NameKind.City })
            Put(reading, candidate, own, own.Name, "the town in its own phrase");
        else if (candidate is { Type: EntryType.Ceasefire, Verb: > 0 and var verb } && verb > candidate.At && chunks[verb].Lemma is "bring calm to" or "cover" or "apply to" or "extend to" or "bring quiet to" && Covered(chunks, verb) is { Place: { } area } covered)
            Put(reading, candidate, area, reading.Slice(covered.PlaceAt, covered.PlaceEnd), "the land to which its verb says that it applies");
        else if (candidate.Type == EntryType.Talks && SameTown(reading, readings, number) is { } again)
            Put(reading, candidate, again, again.Name, "\"the same town\": the one that the text named last");
        else if (PlacedBehind(reading, candidate, 0, knowledge) is { } anywhere)
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
        var here = reading.Chunks.Exists(c => reading.Tokens[c.First].Is("here")) || IsThisTown(reading);
        if (!here && (number > DatedSentences || !IsNewsOfToday(candidate, published)
            || place.Kind is not (NameKind.City or NameKind.Seat) || (WordLists.NewsHubs.Has(place.Name) && !IsInVenue(reading)) || candidate.Parties.Count < 2 || candidate.Parties.Exists(p => p.Country is null) || !(candidate.Parties.TrueForAll(p => p.Country != place.Country) || IsGuests(candidate, place, number))))
            return;
        Put(reading, candidate, place, place.Name, here ? "\"here\" is the town of the dateline" : "the town of the dateline: news of today");
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

    private static (NameEntry Place, string Text)? PlacedBehind(Reading reading, Candidate candidate, int from, Knowledge knowledge)
    {
        var chunks = reading.Chunks;
        for (var j = from; j + 1 < chunks.Count; j++)
        {
            if (j > candidate.At && from == candidate.At && chunks[j].Event is { } other && other.Type == candidate.Type)
                break;

            // "has been breached; mortars were heard near the airport": another sentence but for the point.
            if (j > candidate.At && candidate.Type == EntryType.Ceasefire && chunks[j].Kind == ChunkKind.Break && reading.Text[reading.Tokens[chunks[j].First].Start] == ';')
                break;
            if (candidate.Type == EntryType.Ceasefire && j < candidate.At && IsElsewhere(chunks, j, candidate))
                continue;
            if (chunks[j].Kind != ChunkKind.Preposition || chunks[j].Head is not ("in" or "at" or "near" or "outside" or "across" or "throughout" or "around"))
                continue;
            // "in that Baltic resort": the tagger takes "that" for a clause's.
            var target = chunks[j + 1] is { Kind: ChunkKind.Subordinator, Head: "that" } && j + 2 < chunks.Count && WordLists.Towns.Has(chunks[j + 2].Head) ? chunks[j + 2] : TownOf(chunks, j + 1) ?? chunks[j + 1];
            if (target.Kind != ChunkKind.Noun || target.Event is not null || (target.Place ?? Described(reading, target, knowledge) ?? Unlisted(reading, target, chunks[j].Head)) is not { } place)
                continue;
            if (candidate.Type == EntryType.Ceasefire && place.Kind is NameKind.City or NameKind.Seat && IsWhereItWasMade(chunks, j))
                continue;
            if (candidate.Type == EntryType.Talks && (IsTopicOf(chunks, j) || chunks[j].Head is "around" or "across" or "throughout"))
                continue;
            if (j > 0 && j - 1 != candidate.At && chunks[j - 1].Event is not null && candidate.Type == EntryType.Talks && chunks[j - 1].Event!.Type != candidate.Type)
                continue;
            if (candidate.Type == EntryType.Talks && j > 0 && j - 1 != candidate.At && !IsFreshFrom(chunks, j, candidate) && chunks[j - 1] is { Kind: ChunkKind.Noun, IsActor: false, IsDate: false, Event: null, IsPronoun: false, Place: null } && !(j > 1 && chunks[j - 2].Kind == ChunkKind.Preposition && chunks[j - 2].Head is "on" or "about" or "over" or "for" or "of" or "in" or "at"))
                continue;
            if (candidate.Type == EntryType.Talks && (OtherClause(chunks, candidate.Verb > candidate.At && j > candidate.Verb ? candidate.Verb : candidate.At, j) || IsOfNext(chunks, candidate.At, j)))
                continue;
            return (place, target.Place is null ? reading.Slice(target.First, target.Last) : reading.Slice(target.PlaceAt, target.PlaceEnd));
        }

        return null;
    }

    /// <summary>"in the port city of Hodeidah", "at the village of Rimbo": the name behind "of"; null where the phrase is no such.</summary>
    private static Chunk? TownOf(List<Chunk> chunks, int at) =>
        at + 2 < chunks.Count && chunks[at] is { Kind: ChunkKind.Noun, Place: null } && WordLists.Settlements.Has(chunks[at].Head) && chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "of" } && chunks[at + 2].Kind == ChunkKind.Noun ? chunks[at + 2] : null;

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

    /// <summary>"at Panmunjom": a name in no list, where a place stands.</summary>
    private static NameEntry? Unlisted(Reading reading, Chunk chunk, string preposition)
    {
        if (preposition is not ("in" or "at" or "near") || chunk.IsActor || chunk.IsDate || chunk.Parties.Count > 0 || chunk.Last - chunk.First > 3)
            return null;
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            ref readonly var token = ref reading.Tokens[i];
            if (token.Tag != Tag.Name || !token.Capital || token.AllCapitals || token.Is(WordClass.Month | WordClass.Weekday) || reading.Names.Exists(n => i >= n.First && i < n.Last))
                return null;
        }

        var name = reading.Slice(chunk.First, chunk.Last);
        return new NameEntry(NameKind.City, "-", name, null, 0, 0, false, false, name);
    }

    /// <summary>"signed in Oslo", "after talks in Moscow", "told reporters in Ankara": not where a ceasefire applies.</summary>
    private static bool IsWhereItWasMade(List<Chunk> chunks, int preposition)
    {
        var own = false;
        for (var j = preposition - 1; j >= 0 && j >= preposition - 5; j--)
        {
            if (chunks[j].Event is { Type: EntryType.Talks })
                return true;
            own |= chunks[j].Event is { Type: EntryType.Ceasefire };
            if (chunks[j].Kind == ChunkKind.Verb && own)
                return chunks[j].Lemma is "sign" or "initial" or "announce" or "unveil" or "seal" or "hammer out" or "negotiate";
            if (chunks[j].Kind == ChunkKind.Verb)
                return WordLists.MadeThere.Has(chunks[j].Lemma);
        }

        return false;
    }

    /// <summary>"A bomb went off near the bank an hour after the rebels ended their truce", "In Berlin the truce was described as damaged": where something else happened, or where it is spoken of.</summary>
    private static bool IsElsewhere(List<Chunk> chunks, int preposition, Candidate candidate)
    {
        if (chunks[preposition].Kind != ChunkKind.Preposition)
            return false;
        if (candidate.Verb > candidate.At ? IsOfSpeech(chunks[candidate.Verb]) : chunks.Exists(c => c.First > chunks[candidate.At].First && c.Kind == ChunkKind.Verb && c.Finite && IsOfSpeech(c)))
            return chunks[preposition + 1].Place is { Kind: NameKind.Seat or NameKind.City };
        var verb = chunks.FindIndex(0, preposition, static c => c is { Kind: ChunkKind.Verb, Finite: true });
        return verb >= 0 && chunks[verb].Lemma is "blow" or "explode" or "go off" or "rip" or "kill" or "wound" or "shatter" && chunks.FindIndex(preposition, candidate.At - preposition, static c => c is { Kind: ChunkKind.Subordinator, Head: "after" or "before" or "as" or "since" }) >= 0;
    }

    private static bool IsOfSpeech(Chunk verb) => verb is { Passive: true, Lemma: "describe" or "regard" or "see" or "call" or "hail" or "welcome" or "praise" or "view" or "consider" };

    private static bool OtherClause(List<Chunk> chunks, int at, int preposition)
    {
        for (var j = Math.Min(at, preposition) + 1; j < Math.Max(at, preposition); j++)
        {
            if (chunks[j].Kind is ChunkKind.Subordinator or ChunkKind.Relative || (chunks[j].Kind == ChunkKind.Verb && preposition > at && chunks[j].Finite && chunks[at].Kind == ChunkKind.Verb))
                return true;

            // "Johnson, who had begun the negotiations, died in Texas".
            if (preposition > at && chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite && chunks[j - 1].Kind == ChunkKind.Comma && chunks.FindLastIndex(at, static c => c.Kind is ChunkKind.Relative) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>"come for talks, to be followed by a conference in Paris": where the next one is.</summary>
    private static bool IsOfNext(List<Chunk> chunks, int at, int preposition) =>
        preposition - 2 > at && chunks[at].Kind == ChunkKind.Noun && chunks[preposition - 1].Event is { Type: EntryType.Talks } && chunks.FindIndex(at + 1, preposition - at - 1, static c => c.Kind == ChunkKind.Verb) >= 0;

    /// <summary>"told reporters in Kabul after talks": where they spoke is where they had met.</summary>
    private static bool IsFreshFrom(List<Chunk> chunks, int preposition, Candidate candidate) =>
        candidate.Status == EntryStatus.Held && preposition > 0 && preposition + 2 < candidate.At && chunks[preposition - 1].Head is "reporters" or "journalists" or "correspondents" or "newsmen" && chunks[preposition + 2] is { Kind: ChunkKind.Preposition, Head: "after" or "following" };

    /// <summary>"developments in Libya", "the situation in Syria": what is talked of, not where.</summary>
    private static bool IsTopicOf(List<Chunk> chunks, int preposition) =>
        preposition > 0 && chunks[preposition - 1].Kind == ChunkKind.Noun && chunks[preposition - 1].Event is null && WordLists.Situations.Has(chunks[preposition - 1].Head);
}
