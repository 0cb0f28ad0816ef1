namespace Parley.Extraction.Analysis;

/// <summary>Summits of organisations that the text names only by what was done there: "at their summit in Bali last week, ASEAN leaders agreed".</summary>
internal static class GroupSummits
{
    /// <summary>"The heads of state of the league decided at a summit on Monday": it was theirs.</summary>
    public static void AddBody(Reading reading, Candidate candidate)
    {
        foreach (var chunk in reading.Chunks)
        {
            if (chunk.Kind == ChunkKind.Verb)
                return;
            if (IsOfLeaders(reading, chunk))
                candidate.AddParties(chunk.Parties);
        }
    }

    /// <summary>One's own leaders met there on a day of this week: no mere setting (Ruling 24).</summary>
    public static bool IsNews(Reading reading, Candidate candidate)
    {
        if (!WordLists.MeetingBodies.Has(candidate.Parties[0].Id) || !reading.Chunks.Exists(c => IsOfLeaders(reading, c)))
            return false;
        var end = candidate.At + 1;
        while (end < reading.Chunks.Count && reading.Chunks[end].Kind is ChunkKind.Noun or ChunkKind.Preposition)
            end++;
        for (var i = reading.Chunks[candidate.At].First; i < reading.Chunks[end - 1].Last; i++)
        {
            if (reading.Tokens[i].Is(WordClass.Weekday) || WordLists.NearDays.Has(reading.Tokens[i].Word?.Text))
                return true;
        }

        return false;
    }

    // A name such as "Arab leaders" is one word to the grammar, and no plural.
    private static bool IsOfLeaders(Reading reading, Chunk chunk) =>
        chunk.IsActor && chunk.Parties is [var body] && WordLists.MeetingBodies.Has(body.Id)
        && (chunk.IsPlural || reading.Tokens[chunk.Last - 1].Word?.Text is "leaders" or "presidents" or "ministers" or "state");
}
