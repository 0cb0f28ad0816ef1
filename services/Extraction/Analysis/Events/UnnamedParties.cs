using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Whose talks are that are told of without a word of it: the delegates of the sentence, the ministers of the article, the country at war.</summary>
internal sealed class UnnamedParties(ArticleMemory memory)
{
    private readonly Roles roles = new(memory);

    public void Add(Reading reading, Candidate candidate)
    {
        AddMinisters(reading, candidate);
        if (candidate.Parties.Count == 0 && reading.Chunks[candidate.At].Event!.Strong)
            AddDelegates(reading, candidate);
        if (candidate.Parties.Count == 0)
            AddCountryAtWar(reading, candidate);
    }

    /// <summary>"The second conference on the island collapsed": of the states whose foreign ministers the article names.</summary>
    private void AddMinisters(Reading reading, Candidate candidate)
    {
        if (candidate.Status != EntryStatus.Suspended || !reading.Chunks[candidate.At].IsDefinite || memory.Sides.Pair.Count > 0 || reading.Chunks[candidate.At].Head is not ("conference" or "talks" or "negotiations"))
            return;
        candidate.AddParties(Ministers.Of(memory.Readings));
        if (candidate.Parties.Count > 0)
            reading.Note(candidate.At, "of the states whose foreign ministers the text names", ExplanationStage.Parties);
    }

    /// <summary>"The discussions were interrupted when Georgian delegates walked out": the delegates that the sentence names, of two sides.</summary>
    private void AddDelegates(Reading reading, Candidate candidate)
    {
        var sides = new List<Party>();
        foreach (var chunk in reading.Chunks)
        {
            if (chunk.IsActor && WordLists.Delegates.Has(chunk.Head))
            {
                foreach (var party in roles.PartiesOf(reading, [chunk]).Where(p => p.Known))
                    Candidate.Add(sides, party);
            }
        }

        if (sides.Count > 1)
            candidate.AddParties(sides);
    }

    /// <summary>"Talks aimed at ending Burundi's civil war were suspended": talks within the country that is at war (Ruling 7).</summary>
    private static void AddCountryAtWar(Reading reading, Candidate candidate)
    {
        if (!Array.Exists(reading.Tokens, t => WordLists.WordsOfConflict.Has(t.Word?.Text)))
            return;
        var name = reading.Names.Find(n => n.Entry.Kind is NameKind.State or NameKind.Demonym && n.Entry.Country is not null);
        if (name.Entry is { } entry)
            candidate.AddParties([Party.Of(entry, reading.Slice(name.First, name.Last))]);
    }
}
