using Parley.Cli.Output;
using Parley.Extraction.Analysis;
using Spectre.Console;

namespace Parley.Cli.Tests.Output;

public sealed class Explanations_for_people
{
    private static readonly DateTimeOffset Published = new(2002, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_stage_has_its_line_and_each_trigger_its_reasons()
    {
        Rendered.By(console => ExplanationView.Show(console, "a-1", Explain("LIMA, March 5 (Wire) - Peru and Ecuador agreed to meet. They did not meet."))).ShouldBe(
            """
            ── a-1 ────────
              not read   “LIMA, March 5 (Wire) -” a dateline: where and when the report was written
              dateline   Lima PER, “today” is 5 March 2002
              both sides ECU + PER

            23-55 Peru and Ecuador agreed to meet.
              words      Peru/name and/conjunction Ecuador/name agreed/verb to/to meet/verb .
              names      Peru = PER state; Ecuador = ECU state
              phrases    Peru PER | and | Ecuador ECU | agreed agree past | to meet meet infinitive | .
              + to meet a mention
                ● talks, meeting: planned  “agreed … to meet” to be
                who        PER “Peru” · ECU “Ecuador”
                confidence 0.90 = 0.85 the rule's own, +0.05 every party is known
                status     the verb names talks by itself

            56-74 They did not meet.
              words      They/pronoun did/auxiliary not/negation meet/verb .
              phrases    They | did not meet meet negated past | .
              stands for They = PER + ECU the parties that the text named last
              - did not meet no mention
                status     the verb is negated: it is told as not so

            ── a-1: what it says ────────
            ● TALKS planned  confidence 0.90
              Peru · Ecuador
              meeting, no date told
              “Peru and Ecuador agreed to meet.”

            """ + "\n");
    }

    [Fact]
    public void A_text_that_is_explained_in_part_or_not_looked_into_says_so()
    {
        var shown = Rendered.By(console => ExplanationView.Show(console, "a-2", Explain(new string('.', 25_000))));

        shown.ShouldContain("only the sentences that begin in the first 20,000 characters are explained");
        shown.ShouldContain("no mention is looked for");
        shown.ShouldContain("a-2: what it says: nothing of talks or ceasefires");
    }

    [Fact]
    public void Colours_tell_mentions_from_what_gave_none_and_what_looks_like_markup_is_text()
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 200;

        ExplanationView.Show(console, "[red]a[/]", Explain("Peru and Ecuador met on Monday [bold]. They did not meet in May."));

        var shown = writer.ToString();
        shown.ShouldContain("\e[32m+ met\e[0m");
        shown.ShouldContain("\e[93m- did not meet\e[0m");
        shown.ShouldContain("[red]a[/]");
        shown.ShouldContain("met on Monday [bold].");
    }

    private static Explanation Explain(string text) => Analyzer.Default.Explain(new ArticleText(text, null, Published));
}
