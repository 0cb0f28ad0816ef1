using Parley.Contracts;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Each stage of the reading by itself, on the least sentence that shows what it is for.</summary>
public sealed class StageTests
{
    private static readonly Knowledge Knowledge = Knowledge.Load();

    [Theory]
    [InlineData("The leaders meet.", "meet", "Verb")]
    [InlineData("The talk lasted an hour.", "talk", "Noun")]
    [InlineData("Paris plans to host them.", "plans", "Verb")]
    [InlineData("The plans failed.", "plans", "Noun")]
    [InlineData("Their working-level contacts ended.", "working", "Noun")]
    [InlineData("After meeting Lavrov he left.", "meeting", "Verb")]
    [InlineData("The meeting began.", "meeting", "Noun")]
    public void A_word_that_can_be_noun_and_verb_is_what_its_neighbours_make_it(string text, string word, string tag)
    {
        var reading = Parse(text);
        var token = Array.Find(reading.Tokens, t => text[t.Start..t.End] == word);

        (token.Tag == Tag.Verb ? "Verb" : "Noun").ShouldBe(tag);
    }

    [Theory]
    [InlineData("Syria will not have been invited.", "invite", true, true)]
    [InlineData("Syria has been invited.", "invite", false, true)]
    [InlineData("Syria will invite Egypt.", "invite", false, false)]
    [InlineData("Syria never called off the round.", "call off", true, false)]
    public void A_verb_group_takes_in_auxiliaries_negation_and_particle(string text, string lemma, bool negated, bool passive)
    {
        var verb = Parse(text).Chunks.Find(c => c.Kind == ChunkKind.Verb).ShouldNotBeNull();

        (verb.Lemma, verb.Negated, verb.Passive).ShouldBe((lemma, negated, passive));
    }

    [Theory]
    [InlineData("The French and German foreign ministers left.", "The French and German foreign ministers")]
    [InlineData("The U.S. Secretary of State left.", "The U.S. Secretary of State")]
    [InlineData("Three days later he left.", "Three days")]
    public void A_noun_group_goes_as_far_as_its_words_belong_together(string text, string group)
    {
        var reading = Parse(text);
        var noun = reading.Chunks.Find(c => c.Kind == ChunkKind.Noun).ShouldNotBeNull();

        reading.Slice(noun.First, noun.Last).ShouldBe(group);
    }

    [Fact]
    public void A_halt_to_fighting_is_one_phrase_that_names_a_ceasefire()
    {
        var halts = Parse("Both armies announced a halt to all hostilities.").Chunks.FindAll(c => c.Event is not null);

        halts.ShouldHaveSingleItem().Event!.Kind.ShouldBe(EntryKind.CessationOfHostilities);
    }

    [Theory]
    [InlineData("Egypt urged Sudan to meet Chad.", "Sudan")]
    [InlineData("Egypt promised Sudan to meet Chad.", "Egypt")]
    [InlineData("Egypt agreed to meet Chad.", "Egypt")]
    public void Who_is_to_do_what_an_infinitive_says_depends_on_what_it_hangs_on(string text, string subject)
    {
        var reading = Parse(text);
        var found = Subjects.Of(reading, reading.Chunks.FindIndex(c => c.Infinitive), Knowledge).ShouldHaveSingleItem();

        reading.Slice(found.First, found.Last).ShouldBe(subject);
    }

    [Theory]
    [InlineData("Iran denied that it had met Iraq.", true)]
    [InlineData("Iran dismissed reports that it had met Iraq.", true)]
    [InlineData("Iran did not deny that it had met Iraq.", false)]
    [InlineData("Iran confirmed that it had met Iraq.", false)]
    public void What_a_report_denies_is_denied(string text, bool denied)
    {
        var reading = Parse(text);

        Denials.IsDenied(reading.Chunks, reading.Chunks.FindIndex(c => c.Lemma == "meet")).ShouldBe(denied);
    }

    [Theory]
    [InlineData("They will sign once the sides meet.", "meet", true)]
    [InlineData("The sides meet once a year.", "meet", false)]
    public void What_hangs_on_a_condition_is_conditional(string text, string lemma, bool conditional)
    {
        var reading = Parse(text);

        Conditions.IsConditional(reading, reading.Chunks.FindIndex(c => c.Lemma == lemma)).ShouldBe(conditional);
    }

    [Theory]
    [InlineData("The leaders of France and Germany left.", "FRA DEU")]
    [InlineData("Wang Li, the foreign minister of China, left.", "CHN")]
    [InlineData("The Iran-backed militia left.", "rebels")]
    public void Phrases_that_name_one_party_together_are_joined(string text, string parties)
    {
        var actor = Parse(text).Chunks.Find(c => c.IsActor).ShouldNotBeNull();

        string.Join(' ', actor.Parties.Select(p => p.Id)).ShouldBe(parties);
    }

    private static Reading Parse(string text)
    {
        var tokens = Tokenizer.Tokenize(text, text.Length, Knowledge.Words);
        return ArticleReader.ParseFor(Knowledge, text, tokens, SentenceSplitter.Split(text, tokens)[0]);
    }
}
