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

    [Fact]
    public void Every_state_is_a_party_under_its_name_and_its_ministers()
    {
        var states = KnowledgeFile.Read("states.txt").Select(l => (Id: l[0], Name: First(l[1]), Demonym: First(l[2]))).Where(s => s.Demonym.Length > 0 && s.Id != "VAT").ToList();
        var wrong = states.SelectMany((one, i) =>
        {
            var other = states[((i * 7) + 33) % states.Count];
            return one.Id == other.Id ? [] : new[]
            {
                $"{one.Name} and {other.Name} held talks on Monday.",
                $"The {one.Demonym} foreign minister met his {other.Demonym} counterpart on Monday.",
                $"{one.Name}'s president met {other.Name}'s prime minister on Monday.",
            }.Where(sentence => Parties(sentence) != Joined(one.Id, other.Id));
        });

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_group_is_a_party_beside_the_state_that_it_fights()
    {
        var states = KnowledgeFile.Read("states.txt").ToDictionary(l => l[0], l => (Name: First(l[1]), Demonym: First(l[2])));
        var wrong = from line in KnowledgeFile.Read("groups.txt")
                    let foe = line.Length > 3 && line[3].Length > 0 ? line[3] : line.Length > 2 ? line[2] : ""
                    let name = First(line[1])
                    // Brackets and commas part a sentence, and a figure is no name.
                    where states.ContainsKey(foe) && !name.AsSpan().ContainsAny("(,") && !char.IsAsciiDigit(name[0])
                    from sentence in new[] { $"The {states[foe].Demonym} government and the {name} signed a ceasefire on Monday.", $"{states[foe].Name} and the {name} held peace talks in Geneva." }
                    where Parties(sentence) != Joined(foe, line[0])
                    select sentence;

        wrong.ShouldBeEmpty();
    }

    private static string First(string names) => names.Split(';')[0].Trim();

    private static string Parties(string sentence) => Read.Mentions(sentence) is [var mention] ? string.Join('+', mention.Ids().Order()) : "";

    private static string Joined(string one, string other) => string.Join('+', new[] { one, other }.Order());
}
