using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What candidates are not: talks of a bank, of sport, of one country's parties; figures of speech, truces in general, history.</summary>
internal static class Relevance
{
    /// <summary>An armistice older than that is told as history.</summary>
    private const int HistoryYears = 10;

    /// <summary>"who signed the armistice in 1953": a fact of long ago.</summary>
    public static bool IsHistory(Candidate candidate, DateOnly? published) =>
        candidate is { Type: EntryType.Ceasefire, Kind: EntryKind.Armistice, Start: { } start } && candidate.Parties.Count(p => p.Known) < 2 && published is { } now && now.Year - start.Year > HistoryYears;

    /// <summary>"more than thirty truces since the spring": many, of nobody named, are none.</summary>
    public static bool IsGeneral(Reading reading, Candidate candidate) =>
        candidate.Type == EntryType.Ceasefire && reading.Chunks[candidate.At] is { Kind: ChunkKind.Noun, Event.Strong: false, IsPlural: true } && !candidate.Parties.Exists(p => p.Known);

    /// <summary>A truce that nobody named makes, in a sentence that names no state; told so only where the text is not about a war.</summary>
    public static bool IsFigureOfSpeech(Reading reading, Candidate candidate) =>
        candidate.Type == EntryType.Ceasefire
        && !candidate.Parties.Exists(p => p.Known) && !candidate.Callers.Exists(p => p.Known) && !candidate.Mediators.Exists(p => p.Known)
        && !reading.Names.Exists(n => n.Entry.Kind is not NameKind.City && !(n.Entry.Kind is NameKind.Person && n.Last - n.First == 1)) && !Array.Exists(reading.Tokens, t => t.Word is { IsOfWar: true });

    public static bool IsOfBank(Reading reading, Candidate candidate) =>
        candidate.Type == EntryType.Talks && candidate.Parties.Count < 3 && (candidate.Parties.Exists(p => p.Id is "IMF" or "WB") || IsWithLenders(reading, candidate.At));

    /// <summary>"talks about a bond are continuing with three foreign banks".</summary>
    private static bool IsWithLenders(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        for (var j = at + 1; j + 1 < chunks.Count && chunks[j].Kind != ChunkKind.Break; j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Preposition, Head: "with" })
                return chunks[j + 1] is { Kind: ChunkKind.Noun, Head: "banks" or "creditors" or "lenders" or "bondholders" or "bankers" or "investors" };
        }

        return false;
    }

    public static bool IsElsewhere(Candidate candidate, string? sign)
    {
        if (sign is null)
            return false;
        if (candidate.Type == EntryType.Ceasefire)
            return sign is "show" || (sign is "court" && candidate.Confidence <= LooseStatus.Confidence) || (sign is "metaphor" or "sport" && !candidate.Parties.Exists(p => p.Known));
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
    public static bool IsDomestic(Candidate candidate)
    {
        if (candidate.Type == EntryType.Ceasefire)
            return false;
        if (candidate.Parties.Count == 0)
            return !candidate.Anaphoric && candidate.Mediators.Count == 0;

        // "would never talk to the other party": a politician of his rivals.
        if (candidate.Status == EntryStatus.Rejected && candidate.Reading.Chunks[candidate.At].Kind == ChunkKind.Verb && candidate.Parties.TrueForAll(static p => WordLists.AssemblyParties.Has(p.Id)))
            return true;
        return candidate.Parties.TrueForAll(p => !p.Known) && candidate.Mediators.Count == 0;
    }

    public static string Elsewhere(string? sign) => sign switch
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
}
