using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

public sealed class KnowledgeTests
{
    [Fact]
    public void Every_word_of_a_frame_is_a_verb_that_is_known()
    {
        var knowledge = Knowledge.Load();
        foreach (var frame in knowledge.Frames.Keys)
        {
            var verb = frame.Split(' ')[0];
            knowledge.Words.Find(verb).ShouldNotBeNull(frame);
            knowledge.Words.Find(verb)!.Is(WordClass.AnyVerb | WordClass.Have | WordClass.Do).ShouldBeTrue(frame);
        }
    }

    [Fact]
    public void No_state_stands_twice()
    {
        var states = KnowledgeFile.Read("states.txt").Select(l => l[0]).ToList();
        states.ShouldBeUnique();
        states.ShouldAllBe(s => s.Length == 3);
    }

    [Theory]
    [InlineData("frames.txt")]
    [InlineData("nouns.txt")]
    [InlineData("events.txt")]
    [InlineData("attitudes.txt")]
    [InlineData("direct.txt")]
    public void No_wording_stands_twice(string file) => KnowledgeFile.Read(file).Select(line => line[0]).ShouldBeUnique();

    [Fact]
    public void Every_person_speaks_for_a_party_that_is_known()
    {
        var parties = new[] { "states.txt", "organisations.txt", "groups.txt" }.SelectMany(KnowledgeFile.Read).Select(l => l[0]).ToHashSet();
        foreach (var line in KnowledgeFile.Read("persons.txt"))
            (parties.Contains(line[1]) || line[1].EndsWith(".OPP", StringComparison.Ordinal)).ShouldBeTrue(line[0]);
    }
}
