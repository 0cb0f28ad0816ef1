using System.Diagnostics;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

public sealed class TextTests
{
    [Fact]
    public void Evidence_is_the_text_between_its_offsets()
    {
        const string Text = "GENEVA, March 5 (Agency) - Officials said so 😀. “Putin” met Blair\nin London on Monday. Nothing else happened.";
        var mention = Read.One(Text);
        mention.Evidence.Text.ShouldBe(Text[mention.Evidence.Start..mention.Evidence.End]);
        mention.Evidence.Text.ShouldStartWith("“Putin” met Blair");
    }

    [Fact]
    public void Wrapped_lines_and_bracketed_letters_do_not_part_a_sentence() =>
        Read.One("British Prime Minister Tony Blair (R) holds talks with the\nRussian President Vladimir Putin (L) at his office in London on\nMonday to discuss trade.").Ids().Count().ShouldBe(2);

    [Fact]
    public void One_event_told_twice_is_one_mention() =>
        Read.One("Putin met Blair in London on Monday. The Russian president met the British prime minister in London.").Ids().Count().ShouldBe(2);

    [Fact]
    public void What_lies_beyond_the_limit_is_not_read_and_said_so()
    {
        var text = string.Concat(Enumerable.Repeat("Nothing happened here. ", 9000)) + "Putin met Blair in London.";
        var analysis = Analyzer.Default.Analyze(new ArticleText(text, null, null));
        analysis.Truncated.ShouldBeTrue();
        analysis.Mentions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("talks between ")]
    [InlineData("Putin, Blair and ")]
    [InlineData("((((")]
    [InlineData("to to to hold ")]
    [InlineData("said that X said that ")]
    [InlineData("\u0000\ud83d")]
    public void Pathological_texts_are_bounded(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        _ = Analyzer.Default.Analyze(new ArticleText(text, null, Read.Published));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void The_same_text_gives_the_same_mentions_from_many_threads()
    {
        const string Text = "Peru and Ecuador agreed to a ceasefire on Tuesday. Putin met Blair in London on Monday.";
        var expected = System.Text.Json.JsonSerializer.Serialize(Read.Mentions(Text));
        Parallel.For(0, 50, _ => System.Text.Json.JsonSerializer.Serialize(Read.Mentions(Text)).ShouldBe(expected));
    }
}
