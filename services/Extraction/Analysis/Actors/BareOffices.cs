namespace Parley.Extraction.Analysis;

/// <summary>"the president", "the chancellor", where the text gave nobody that office: newspapers name the great without it.</summary>
internal static class BareOffices
{
    public static Party? Holder(Token[] tokens, Chunk chunk, string body, ArticleMemory memory)
    {
        if (body == "chancellor" && chunk.Last - chunk.First == 2)
            return LastOf(memory, WordLists.OfChancellors);
        if (body == "secretary" && chunk.Last - chunk.First == 3 && tokens[chunk.First + 1].Is("general"))
            return LastOf(memory, WordLists.OfGeneralSecretaries);
        return body == "president" && chunk.Last - chunk.First == 2 ? LastWithoutOffice(memory) : null;
    }

    private static Party? LastOf(ArticleMemory memory, WordList states)
    {
        for (var i = memory.Recent.Count - 1; i >= 0; i--)
        {
            if (memory.Recent[i].Persons.Count > 0 && states.Has(memory.Recent[i].Id))
                return memory.Recent[i];
        }

        return null;
    }

    /// <summary>The last one named, of a state, if the text has called him by no office: "Donald Trump put it back on the calendar. The president announced it".</summary>
    private static Party? LastWithoutOffice(ArticleMemory memory)
    {
        for (var i = memory.Recent.Count - 1; i >= 0; i--)
        {
            if (memory.Recent[i] is { Persons.Count: > 0 } last)
                return last.Id == last.Country && !memory.Offices.Holds(last) ? last : null;
        }

        return null;
    }
}
