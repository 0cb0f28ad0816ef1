using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

public sealed class GrammarTests
{
    private static readonly Knowledge Knowledge = Knowledge.Load();

    [Theory]
    [InlineData("Putin met Blair.", "meet", "Do")]
    [InlineData("Putin has met Blair.", "meet", "Do")]
    [InlineData("Putin is meeting Blair.", "meet", "Continue")]
    [InlineData("Putin will meet Blair.", "meet", "Plan")]
    [InlineData("Putin is to meet Blair.", "meet", "Plan")]
    [InlineData("Putin was due to meet Blair.", "meet", "Plan")]
    [InlineData("Putin had been expected to meet Blair.", "meet", "Plan")]
    [InlineData("Putin agreed to meet Blair.", "meet", "Plan")]
    [InlineData("Putin wants to meet Blair.", "meet", "Wish")]
    [InlineData("Putin is ready to meet Blair.", "meet", "Offer")]
    [InlineData("France urged Putin to meet Blair.", "meet", "Ask")]
    [InlineData("Putin should meet Blair.", "meet", "Wish")]
    [InlineData("Putin refused to meet Blair.", "meet", "Refuse")]
    [InlineData("Putin will not meet Blair.", "meet", "Refuse")]
    [InlineData("Putin did not agree to meet Blair.", "meet", "Refuse")]
    [InlineData("Putin did not meet Blair.", "meet", "Not")]
    [InlineData("Putin may meet Blair.", "meet", "Doubt")]
    [InlineData("If Putin meets Blair, prices will fall.", "meet", "Doubt")]
    [InlineData("Putin threatened to leave London.", "leave", "Threat")]
    [InlineData("Putin failed to meet Blair.", "meet", "Fail")]
    public void The_verb_group_and_what_governs_it_give_the_force(string text, string lemma, string force)
    {
        var reading = Parse(text);
        var verb = reading.Chunks.FindIndex(c => c.Kind == ChunkKind.Verb && c.Lemma == lemma);
        verb.ShouldBeGreaterThanOrEqualTo(0);
        new Forces(Knowledge).Of(reading, verb).ToString().ShouldBe(force);
    }

    [Theory]
    [InlineData("Putin, who arrived on Monday, met Blair.", "Putin")]
    [InlineData("The president of Georgia met Blair.", "The president of Georgia")]
    [InlineData("Putin flew to Tehran and met Khatami.", "Putin")]
    [InlineData("Turkish Foreign Minister Abdullah Gul (R) met Blair.", "Turkish Foreign Minister Abdullah Gul")]
    public void The_subject_is_found_past_what_stands_between(string text, string subject)
    {
        var reading = Parse(text);
        var verb = reading.Chunks.FindIndex(c => c.Kind == ChunkKind.Verb && c.Lemma == "meet");
        var found = Subjects.Of(reading, verb, Knowledge).ShouldHaveSingleItem();
        reading.Slice(found.First, found.Last).Replace(" (R)", "", StringComparison.Ordinal).ShouldBe(subject);
    }

    [Theory]
    [InlineData("The U.S. envoy met Mr. Annan. He left.", 2)]
    [InlineData("He met Sen. Lugar on Jan. 3 in St. Petersburg.", 1)]
    [InlineData("HEADLINE OF A REPORT\nPutin met Blair. Nothing else.", 3)]
    [InlineData("“We met,” he said. “It was good.”", 2)]
    public void Sentences_end_where_they_end(string text, int count) =>
        SentenceSplitter.Split(text, Tokenizer.Tokenize(text, text.Length, Knowledge.Words)).Count.ShouldBe(count);

    private static Reading Parse(string text)
    {
        var tokens = Tokenizer.Tokenize(text, text.Length, Knowledge.Words);
        return ArticleReader.ParseFor(Knowledge, text, tokens, SentenceSplitter.Split(text, tokens)[0]);
    }
}
