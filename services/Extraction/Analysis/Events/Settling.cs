using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Gives each candidate its date, place and background, and drops those that are about something else.</summary>
internal sealed class Settling(Knowledge knowledge, ArticleMemory memory, List<Reading> readings, DateOnly? published, DateOnly? today)
{
    private const int WindowDays = 7;

    /// <summary>An armistice older than that is told as history.</summary>
    private const int HistoryYears = 10;

    /// <summary>Sentences over which "the same day" looks back.</summary>
    private const int Remembered = 3;

    /// <summary>A visit whose arrival lies further back is over.</summary>
    private const int VisitDays = 3;

    /// <summary>So far into the text the dateline tells where things happened.</summary>
    private const int DatedSentences = 4;
    private readonly Dictionary<string, int> countries = new(StringComparer.Ordinal);

    // Of how many sentences the days have been read: few ask for the days of those before, and they are read when one does.
    private int read;
    private DateOnly? spoken;
    private Candidate? last;
    private int lastSentence;
    private int sentences;
    private DateOnly? lastDay;
    private int toldAt = -Remembered - 1;

    public void Apply(Reading reading, List<Candidate> candidates, string? sign)
    {
        sentences++;
        foreach (var name in reading.Names)
        {
            if (name.Entry.Country is { } country)
                countries[country] = countries.GetValueOrDefault(country) + 1;
        }

        if (candidates.Count > 0)
            Settle(reading, candidates, sign);
        last = candidates.FindLast(c => c.Start is not null && c.Precision == DatePrecision.Day);
        lastSentence = reading.Sentence.Last;
    }

    private void Settle(Reading reading, List<Candidate> candidates, string? sign)
    {
        candidates.RemoveAll(c =>
            Dropped(reading, c, IsOfBank(c), "a bank's talks on loans (Ruling 9)")
            || Dropped(reading, c, IsElsewhere(c, sign), Elsewhere(sign))
            || Dropped(reading, c, IsFigureOfSpeech(reading, c), "a figure of speech: no party is named, and no war is spoken of")
            || Dropped(reading, c, IsGeneral(reading, c), "said of truces in general: of nobody named"));
        foreach (var candidate in candidates)
        {
            AddSides(reading, candidate);
            NameFighters(reading, candidate);
            SetDate(reading, candidate);
            SetPlace(reading, candidate);
            PlaceByDateline(reading, candidate);
            if (candidate is { Kind: EntryKind.Visit, Status: EntryStatus.UnderWay, Precision: DatePrecision.Day, Start: { } arrival } && published is { } now && (candidate.End ?? arrival).DayNumber < now.DayNumber - VisitDays)
            {
                candidate.Status = EntryStatus.Held;
                reading.Note(candidate.At, "the arrival is days ago: the visit is over", ExplanationStage.Status);
            }

            SetBackground(candidate);
            SetTopics(reading, candidate);
        }

        candidates.RemoveAll(c =>
            Dropped(reading, c, IsDomestic(c), c.Parties.Count == 0 ? "no party is named" : "no party is known: a domestic matter, as far as the text tells")
            || Dropped(reading, c, IsHistory(c), "an armistice of long ago, told as history"));
    }

    private static bool Dropped(Reading reading, Candidate candidate, bool drop, string reason)
    {
        if (drop)
            reading.Note(candidate.At, reason);
        return drop;
    }

    private static string Elsewhere(string? sign) => sign switch
    {
        "sport" => "the sentence is about sport",
        "business" => "the sentence is about business",
        "show" => "the sentence is about entertainment",
        "labour" => "the sentence is about work and wages, and names no two known parties",
        "court" => "the sentence is about a court, and names no two known parties",
        "party" => "the sentence is about a country's own parties, and names no two known parties",
        "metaphor" => "the sentence speaks of it in a figure of speech",
        _ => "the sentence is about something else than talks between parties",
    };

    /// <summary>"The truce came into effect on Friday": whose it is, the article has said.</summary>
    private void AddSides(Reading reading, Candidate candidate)
    {
        if (candidate.Type != EntryType.Ceasefire || memory.Sides.Pair.Count != 2 || !(memory.Sides.AtWar || War || candidate.Parties.Count > 0 || memory.Sides.Pair.Any(p => p.Id != p.Country)) || candidate.Unilateral || candidate.Status is EntryStatus.CalledFor or EntryStatus.Proposed)
            return;
        var chunk = reading.Chunks[candidate.At];

        // Another group in the same sentence: the truce is rather its own.
        if (reading.Names.Exists(n => n.Entry.Kind == NameKind.Group && !memory.Sides.Pair.Any(p => p.Id == n.Entry.Party)))
            return;
        if (candidate.At > 0 && reading.Chunks[candidate.At - 1] is { Kind: ChunkKind.Verb, Lemma: "announce" or "confirm" or "hail" or "report" } && candidate.Parties.Count > 0 && !candidate.Parties.Exists(p => memory.Sides.Pair.Any(s => s.Same(p) || s.Country == p.Id)))
        {
            foreach (var broker in candidate.Parties)
                Candidate.Add(candidate.Mediators, broker);
            candidate.Parties.Clear();
        }

        var signed = candidate.Parties.Count == 1 && candidate.At > 0 && reading.Chunks[candidate.At - 1] is { Kind: ChunkKind.Verb, Lemma: "sign" or "reach" or "conclude" or "strike" };
        var one = candidate.Parties.Count == 1 && (signed || (chunk.IsDefinite && candidate.Status is not EntryStatus.Agreed)) && memory.Sides.Pair.Any(p => p.Same(candidate.Parties[0]));
        if (candidate.Parties.Count == 0 || one)
        {
            candidate.AddParties(memory.Sides.Pair.Where(p => !candidate.Mediators.Exists(m => m.Same(p))));
            reading.Note(candidate.At, "the sentence does not say whose it is: it is of the two sides that the text is about", ExplanationStage.Parties);
        }
    }

    /// <summary>"who signed the armistice in 1953": a fact of long ago.</summary>
    private bool IsHistory(Candidate candidate) =>
        candidate is { Type: EntryType.Ceasefire, Kind: EntryKind.Armistice, Start: { } start } && candidate.Parties.Count(p => p.Known) < 2 && published is { } now && now.Year - start.Year > HistoryYears;

    /// <summary>"more than thirty truces since the spring": many, of nobody named, are none.</summary>
    private static bool IsGeneral(Reading reading, Candidate candidate) =>
        candidate.Type == EntryType.Ceasefire && reading.Chunks[candidate.At] is { Kind: ChunkKind.Noun, Event.Strong: false, IsPlural: true } && !candidate.Parties.Exists(p => p.Known);

    /// <summary>A truce that nobody named makes, in a sentence that names no state and in a text that is not about a war.</summary>
    private bool IsFigureOfSpeech(Reading reading, Candidate candidate) =>
        candidate.Type == EntryType.Ceasefire && !memory.Sides.AtWar && !War
        && !candidate.Parties.Exists(p => p.Known) && !candidate.Callers.Exists(p => p.Known) && !candidate.Mediators.Exists(p => p.Known)
        && !reading.Names.Exists(n => n.Entry.Kind is not NameKind.City && !(n.Entry.Kind is NameKind.Person && n.Last - n.First == 1)) && !Array.Exists(reading.Tokens, t => t.Word is { IsOfWar: true });

    /// <summary>"the rebels", "the warring sides": of the country where the event is, or of the one that the article speaks of most.</summary>
    private void NameFighters(Reading reading, Candidate candidate)
    {
        for (var i = 0; i < candidate.Parties.Count; i++)
        {
            var party = candidate.Parties[i];
            if (!party.Fighters || party.Known)
                continue;
            var sides = party.Id is "sides" or "parties" or "factions" or "warring-sides" or "combatants" or "belligerents";
            var beside = candidate.Parties.FindAll(p => p.Known && p.Country is not null && p.Id == p.Country);
            var country = (beside.Count == 1 && !sides ? beside[0].Country : null) ?? candidate.Place?.Country ?? reading.Names.Find(n => n.Entry.Kind is NameKind.State or NameKind.Demonym or NameKind.City && !candidate.Parties.Exists(p => p.Id == n.Entry.Party)).Entry?.Country
                ?? countries.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault().Key;
            if (country is null)
                continue;
            candidate.Parties[i] = new Party { Id = sides ? country : country + ".REB", Name = knowledge.PartyNames.GetValueOrDefault(country, country) + (sides ? "" : " " + party.Id), Text = party.Text, Known = true, Country = country };
            reading.Note(candidate.At, "fighters or sides without a name are those of the country where it is, or that the text speaks of most", ExplanationStage.Parties);
        }
    }

    /// <summary>The sentence before tells of armed men.</summary>
    private bool War => sentences > 1 && Array.Exists(readings[sentences - 2].Tokens, t => t.Word is { IsOfWar: true });

    /// <summary>The day that "the same day" in a sentence means.</summary>
    private DateOnly? LastDay(int number)
    {
        ReadDays();
        return number - toldAt <= Remembered ? lastDay : null;
    }

    /// <summary>The last day that the sentences before told, and the one on which the article's people spoke.</summary>
    private void ReadDays()
    {
        for (; read < sentences - 1; read++)
            ReadDays(readings[read], read + 1);
    }

    /// <summary>Reads the days of the sentences that nothing asked for.</summary>
    public void ReadRest()
    {
        for (; read < readings.Count; read++)
            ReadDays(readings[read], read + 1);
    }

    private void ReadDays(Reading reading, int number)
    {
        var days = DateFinder.Find(reading.Text, reading.Tokens, today, future: !reading.Chunks.Exists(c => c is { Kind: ChunkKind.Verb, Finite: true, Past: true }));
        RelativeDays.Add(reading.Text, reading.Tokens, () => number - toldAt <= Remembered ? lastDay : null, days);
        if (days.FindLast(d => d.Precision == DatePrecision.Day && d.From is not null) is { From: { } latest })
            (lastDay, toldAt) = (latest, number);
        reading.Dates = days;
        var said = reading.Chunks.Exists(c => c.Kind == ChunkKind.Verb && c.Lemma is "say" or "tell" or "announce");
        if (!said)
            return;
        var date = days.Find(d => d.Precision == DatePrecision.Day && d.From is not null);
        if (date?.From is { } day && (published is null || day <= published))
            spoken = day;
    }

    private static bool IsOfBank(Candidate candidate) =>
        candidate.Type == EntryType.Talks && candidate.Parties.Count < 3 && candidate.Parties.Exists(p => p.Id is "IMF" or "WB");

    private static bool IsElsewhere(Candidate candidate, string? sign)
    {
        if (sign is null)
            return false;
        if (candidate.Type == EntryType.Ceasefire)
            return sign is "show" || (sign is "metaphor" or "sport" && !candidate.Parties.Exists(p => p.Known));
        if (sign == "metaphor")
            return false;
        var stated = candidate.Parties.Where(p => p.Known).Select(p => p.Id).Distinct().Count() > 1 && candidate.Parties.Exists(p => p.Persons.Count > 0);
        if (sign is "sport" or "show" or "business")
            return !stated || candidate.Confidence < 0.8;
        if (stated)
            return false;
        return !Party.AreSeveral(candidate.Parties) || candidate.Parties.Exists(p => !p.Known);
    }

    /// <summary>Both sides are of one state and neither fights it (Ruling 7).</summary>
    private static bool IsDomestic(Candidate candidate)
    {
        if (candidate.Type == EntryType.Ceasefire)
            return false;
        if (candidate.Parties.Count == 0)
            return !candidate.Anaphoric && candidate.Mediators.Count == 0;
        return candidate.Parties.TrueForAll(p => !p.Known) && candidate.Mediators.Count == 0;
    }

    private void SetDate(Reading reading, Candidate candidate)
    {
        if (candidate.Type == EntryType.Ceasefire && candidate.Status is EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.Violated or EntryStatus.Rejected)
        {
            reading.Note(candidate.At, "none: the day of a call, an offer, a breach or a refusal is not the truce's", ExplanationStage.Date);
            return;
        }

        var told = reading.Chunks[candidate.At];
        var future = (candidate.Status is EntryStatus.Planned && !(told.Kind == ChunkKind.Verb && told.Past && told.Modal is null && told.Finite)) || (candidate.Type == EntryType.Ceasefire && candidate.Status == EntryStatus.Agreed && reading.Chunks.Exists(c => c.Modal is "will" or "to"));
        future |= candidate.Type == EntryType.Talks && candidate.Status is EntryStatus.Cancelled or EntryStatus.Postponed && reading.Chunks.Exists(c => c.Modal == "to" || c is { Kind: ChunkKind.Predicate, Head: "due" });
        future &= !(candidate.Reach > candidate.At && reading.Chunks[candidate.Reach] is { Kind: ChunkKind.Verb, Perfect: true, Past: true, Passive: true } set && reading.Tokens[set.First].Is("had"));
        if (DayAfter(reading, candidate))
        {
            reading.Note(candidate.At, "counted from the day of the remarks that came before or after it", ExplanationStage.Date);
            return;
        }

        var dates = Dates(reading, future);
        if (dates.Count == 0)
        {
            Inherit(reading, candidate);
            return;
        }

        var chosen = Choose(reading, candidate, dates);
        reading.Note(candidate.At, chosen is null ? "none: each day that the sentence names is another verb's or event's" : "the day nearest to it that is no other verb's or event's", ExplanationStage.Date);
        if (chosen?.From is not { } from)
            return;
        candidate.Date = chosen;
        if (chosen.Precision == DatePrecision.Month && chosen.Text.Contains("ago", StringComparison.OrdinalIgnoreCase))
            from = chosen.From.Value;
        candidate.Start = from;
        candidate.Precision = chosen.Precision;
        if (chosen.Precision == DatePrecision.Day && chosen.To is { } to && to > from && to.DayNumber - from.DayNumber < 60)
            candidate.End = to;
    }

    private List<DateExpression> Dates(Reading reading, bool future)
    {
        var dates = DateFinder.Find(reading.Text, reading.Tokens, today, future);
        RelativeDays.Add(reading.Text, reading.Tokens, () => LastDay(sentences), dates);
        return dates;
    }

    /// <summary>"His remarks came a day after X met Y": counted from the day of the remarks.</summary>
    private bool DayAfter(Reading reading, Candidate candidate)
    {
        var chunks = reading.Chunks;
        for (var j = 1; j + 1 < chunks.Count && j < candidate.At; j++)
        {
            if (!chunks[j].IsDate || chunks[j + 1].Head is not ("after" or "before") || chunks[j].Head is not ("day" or "days" or "hours") || chunks[j - 1].Kind != ChunkKind.Verb || chunks[j - 1].Lemma is not ("come" or "be" or "follow" or "arrive"))
                continue;
            ReadDays();
            if ((spoken ?? today) is not { } anchor)
                return true;
            var count = chunks[j].Head == "hours" ? 0 : reading.Tokens[chunks[j].First].Word?.Text switch { "two" => 2, "three" => 3, "four" => 4, "five" => 5, _ => 1 };
            candidate.Start = anchor.AddDays(chunks[j + 1].Head == "after" ? -count : count);
            candidate.Precision = DatePrecision.Day;
            return true;
        }

        return false;
    }

    /// <summary>"On Sunday X and Y put off talks. They decided so in a phone call": the call has the day of the sentence that it goes on from.</summary>
    private void Inherit(Reading reading, Candidate candidate)
    {
        if (last is not { Start: { } start } before || candidate.Status != EntryStatus.Held || candidate.Type != EntryType.Talks || reading.Sentence.First != lastSentence)
            return;
        var refers = reading.Chunks.Exists(c => c.Event is not null && c.IsDefinite && !ReferenceEquals(c, reading.Chunks[candidate.At]));
        if (refers && candidate.Parties.TrueForAll(p => before.Parties.Exists(q => q.Same(p))))
        {
            candidate.Start = start;
            candidate.Precision = before.Precision;
            reading.Note(candidate.At, "the sentence goes on from the one before, and has its day", ExplanationStage.Date);
        }
    }

    /// <summary>The expression nearest to the event that does not belong to a verb of saying.</summary>
    private DateExpression? Choose(Reading reading, Candidate candidate, List<DateExpression> dates)
    {
        var at = reading.Tokens[reading.Chunks[candidate.At].First].Start;
        DateExpression? best = null;
        var bestCost = int.MaxValue;
        foreach (var date in dates)
        {
            if (date.From is null)
                continue;
            var cost = Cost(reading, candidate, date, at);
            if (cost < bestCost)
            {
                bestCost = cost;
                best = date;
            }
        }

        return bestCost < 1000 ? best : null;
    }

    private static bool Modifies(Reading reading, Chunk holder, DateExpression date)
    {
        for (var i = holder.First; i < holder.Last; i++)
        {
            if (reading.Tokens[i].Start >= date.End)
                return reading.Tokens[i].Tag is Tag.Noun or Tag.Adjective or Tag.Genitive && !reading.Tokens[holder.Last - 1].Is(WordClass.Weekday | WordClass.Month);
        }

        return false;
    }

    private int Cost(Reading reading, Candidate candidate, DateExpression date, int at)
    {
        var chunks = reading.Chunks;
        var position = chunks.FindIndex(c => reading.Tokens[c.First].Start <= date.Start && reading.Tokens[c.Last - 1].End >= date.End);
        if (position < 0)
            position = chunks.FindIndex(c => reading.Tokens[c.Last - 1].End > date.Start);
        if (position < 0)
            return 1000;
        var cost = Math.Abs(position - candidate.At) * 2;

        // "said on Friday after talks with": fresh from them.
        var fresh = candidate.Type == EntryType.Talks && candidate.Status == EntryStatus.Held && chunks[candidate.At].Kind == ChunkKind.Noun && candidate.At > 0 && chunks[candidate.At - 1].Head is "after" or "following" && position < candidate.At && position > candidate.At - 8;

        // "since the August war", "last month's attack": the day is that of what the phrase names.
        if (position != candidate.At && chunks[position] is { Kind: ChunkKind.Noun, IsDate: false } holder && Modifies(reading, holder, date))
            cost += 3000;

        // The verb that the expression stands by: one of saying takes it for itself.
        for (var j = position - 1; j >= 0 && j >= position - 4; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
            {
                if (chunks[j].Lemma is "say" or "tell" or "report" or "announce" or "add" or "state" && !fresh && !(candidate.Type == EntryType.Ceasefire && chunks[j].Lemma is "announce"))
                    cost += 2000;
                else if (chunks[j].Lemma is "expire" or "lapse" && candidate.Status is EntryStatus.Extended or EntryStatus.Rejected)
                    cost += 2000;
                else if (candidate.Status is EntryStatus.Planned or EntryStatus.Proposed && j < candidate.At && j + 3 >= position && knowledge.Attitudes.ContainsKey(chunks[j].Lemma) && position < candidate.At && !chunks[j].Passive)
                    cost += 200;
                break;
            }
        }

        for (var j = position + 1; j < chunks.Count && j <= position + 2; j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Lemma is "say" or "tell")
                cost += 2000;
        }

        // The day behind another event's noun is that one's.
        for (var j = position - 1; j >= 0 && chunks[j].Kind is not (ChunkKind.Verb or ChunkKind.Comma or ChunkKind.Subordinator or ChunkKind.Break); j--)
        {
            if (chunks[j].Event is null)
                continue;
            cost += j == candidate.At || chunks[j].HeadWord?.NounFrame is not null ? 0 : chunks[candidate.At].Kind == ChunkKind.Verb ? 100 : 3000;
            break;
        }

        // Another event stands between: the day is that one's.
        var (low, high) = position < candidate.At ? (position, candidate.At) : (candidate.At, position);
        for (var j = low + 1; j < high; j++)
        {
            if (chunks[j].Event is not null && chunks[j].Kind == ChunkKind.Noun && !(chunks[j].Event!.Type == candidate.Type && high - j == 1 && position < candidate.At))
                cost += position > candidate.At ? chunks[candidate.At].Kind == ChunkKind.Verb ? 100 : 3000 : 30;
        }

        _ = at;
        return cost;
    }

    private static void SetPlace(Reading reading, Candidate candidate)
    {
        if (candidate.Place is not null)
            return;
        var chunks = reading.Chunks;
        var own = chunks[candidate.At].Kind == ChunkKind.Noun ? chunks[candidate.At].Place : null;
        if (WhereBefore(chunks, candidate.At) is { Place: { } antecedent } named)
            Put(reading, candidate, antecedent, reading.Slice(named.PlaceAt, named.PlaceEnd), "the place that \"where\" takes up");
        else if (PlacedBehind(reading, candidate, candidate.At) is { } behind)
            Put(reading, candidate, behind.Place, behind.Text, "the place behind \"in\", \"at\" or \"near\" behind it");
        else if (own is { Kind: NameKind.City })
            Put(reading, candidate, own, own.Name, "the town in its own phrase");
        else if (PlacedBehind(reading, candidate, 0) is { } anywhere)
            Put(reading, candidate, anywhere.Place, anywhere.Text, "the place behind \"in\", \"at\" or \"near\" in its clause");
        else if (candidate.Kind == EntryKind.Visit && candidate.Parties.Find(p => p.IsPlace) is { } visited)
            Put(reading, candidate, new NameEntry(NameKind.State, visited.Id, visited.Name, visited.Country, 0, 0, false, false, visited.Name), visited.Text, "the country that is visited");
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
    private void PlaceByDateline(Reading reading, Candidate candidate)
    {
        if (candidate.Place is not null || memory.Dateline is not { } place || candidate.Type != EntryType.Talks || candidate.Kind == EntryKind.Call)
            return;
        var here = reading.Chunks.Exists(c => reading.Tokens[c.First].Is("here")) || IsThisTown(reading);
        if (!here && (sentences > DatedSentences || candidate.Status is not (EntryStatus.Held or EntryStatus.UnderWay or EntryStatus.Suspended) || candidate.Start is not { } day || published is not { } now || Math.Abs(now.DayNumber - day.DayNumber) > 1
            || place.Kind != NameKind.City || candidate.Parties.Count < 2 || candidate.Parties.Exists(p => p.Country is null || p.Country == place.Country)))
            return;
        Put(reading, candidate, place, place.Name, here ? "\"here\" is the town of the dateline" : "the town of the dateline: news of today, of parties from elsewhere");
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

    private static (NameEntry Place, string Text)? PlacedBehind(Reading reading, Candidate candidate, int from)
    {
        var chunks = reading.Chunks;
        for (var j = from; j + 1 < chunks.Count; j++)
        {
            if (j > candidate.At && from == candidate.At && chunks[j].Event is { } other && other.Type == candidate.Type)
                break;
            if (chunks[j].Kind != ChunkKind.Preposition || chunks[j].Head is not ("in" or "at" or "near" or "outside" or "across" or "throughout" or "around"))
                continue;
            var target = chunks[j + 1];
            if (target.Kind != ChunkKind.Noun || target.Event is not null || (target.Place ?? Unlisted(reading, target, chunks[j].Head)) is not { } place)
                continue;
            if (candidate.Type == EntryType.Ceasefire && place.Kind is NameKind.City or NameKind.Seat && IsWhereItWasMade(chunks, j))
                continue;
            if (candidate.Type == EntryType.Talks && (IsTopicOf(chunks, j) || chunks[j].Head is "around" or "across" or "throughout"))
                continue;
            if (j > 0 && j - 1 != candidate.At && chunks[j - 1].Event is not null && candidate.Type == EntryType.Talks && chunks[j - 1].Event!.Type != candidate.Type)
                continue;
            if (candidate.Type == EntryType.Talks && j > 0 && j - 1 != candidate.At && chunks[j - 1] is { Kind: ChunkKind.Noun, IsActor: false, IsDate: false, Event: null, IsPronoun: false, Place: null } && !(j > 1 && chunks[j - 2].Kind == ChunkKind.Preposition && chunks[j - 2].Head is "on" or "about" or "over" or "for" or "of" or "in" or "at"))
                continue;
            if (candidate.Type == EntryType.Talks && OtherClause(chunks, candidate.At, j))
                continue;
            return (place, target.Place is null ? reading.Slice(target.First, target.Last) : reading.Slice(target.PlaceAt, target.PlaceEnd));
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
                return chunks[j].Lemma is "sign" or "agree" or "agree to" or "agree on" or "announce" or "say" or "tell" or "meet" or "broker" or "propose" or "negotiate" or "reach" or "press" or "discuss" or "seal" or "hammer out" or "speak" or "initial" or "conclude" or "unveil" or "present";
        }

        return false;
    }

    private static bool OtherClause(List<Chunk> chunks, int at, int preposition)
    {
        for (var j = Math.Min(at, preposition) + 1; j < Math.Max(at, preposition); j++)
        {
            if (chunks[j].Kind is ChunkKind.Subordinator or ChunkKind.Relative || (chunks[j].Kind == ChunkKind.Verb && preposition > at && chunks[j].Finite && chunks[at].Kind == ChunkKind.Verb))
                return true;
        }

        return false;
    }

    /// <summary>"developments in Libya", "the situation in Syria": what is talked of, not where.</summary>
    private static bool IsTopicOf(List<Chunk> chunks, int preposition) =>
        preposition > 0 && chunks[preposition - 1].Kind == ChunkKind.Noun && chunks[preposition - 1].Event is null && chunks[preposition - 1].Head is
            "situation" or "developments" or "conflict" or "crisis" or "war" or "fighting" or "violence" or "ceasefire" or "truce" or "peace" or "fire" or "process" or "role" or "troops" or "rebels" or "government" or "security" or "stability" or "process" or "events" or "unrest" or "hostilities";

    private void SetBackground(Candidate candidate)
    {
        if (published is { } now && candidate.Start is { } start)
        {
            var last = candidate.End ?? candidate.Precision switch
            {
                DatePrecision.Week => start.AddDays(6),
                _ => start,
            };
            candidate.Background = last.DayNumber < now.DayNumber - WindowDays;
            if (candidate.Background)
                candidate.Reading.Note(candidate.At, "its day is more than a week before the text's: context, no news", ExplanationStage.Background);
        }
    }

    private void SetTopics(Reading reading, Candidate candidate)
    {
        foreach (var name in reading.Names)
        {
            if (name.Entry.Country is not { } country || name.Entry.Kind is NameKind.Seat || (name.Entry.Kind == NameKind.Person && (candidate.Type == EntryType.Talks || name.Entry.Party == country)))
                continue;
            if (candidate.Parties.Exists(p => p.Id == country) && !(candidate.Type == EntryType.Ceasefire && candidate.Place is null))
                continue;
            var topic = knowledge.PartyNames.GetValueOrDefault(country, country);
            if (!candidate.Topics.Contains(topic) && candidate.Topics.Count < 4 && (candidate.Place is null || candidate.Type == EntryType.Ceasefire || candidate.Place.Country != country))
                candidate.Topics.Add(topic);
        }
    }

    /// <summary>What the article as a whole is about: the country named most that is no party.</summary>
    public string? Topics(List<Candidate> candidates)
    {
        string? best = null;
        var most = 2;
        foreach (var (country, count) in countries)
        {
            if (count > most && (candidates.Count == 0 || !candidates.TrueForAll(c => c.Parties.Exists(p => p.Id == country))))
            {
                most = count;
                best = country;
            }
        }

        _ = spoken;
        return best is null ? null : knowledge.PartyNames.GetValueOrDefault(best, best);
    }
}
