using Parley.Cli.Output;
using Parley.Contracts;

namespace Parley.Cli.Tests.Output;

public sealed class Mentions_for_people
{
    [Fact]
    public void A_mention_says_what_who_where_when_and_by_which_sentence()
    {
        var mention = new Mention
        {
            Type = EntryType.Talks,
            Kind = EntryKind.Visit,
            Status = EntryStatus.Held,
            Participants = [new Participant { Id = "TCD", Name = "Chad" }],
            Start = new DateOnly(2031, 3, 1),
            StartPrecision = DatePrecision.Month,
            Confidence = 0.934,
            Background = true,
            Evidence = new Evidence(0, 9, "They [all]\nmet."),
        };

        Rendered.By(console => MentionView.Show(console, "a-1", [mention])).ShouldBe(
            """
            ── a-1 ────────
            ● TALKS held, background  confidence 0.93
              Chad
              visit, March 2031
              “They [all] met.”

            """ + "\n");
    }

    [Fact]
    public void A_text_without_one_says_so() =>
        Rendered.By(console => MentionView.Show(console, "a-2", [])).ShouldBe("── a-2: nothing of talks or ceasefires ────────\n");
}
