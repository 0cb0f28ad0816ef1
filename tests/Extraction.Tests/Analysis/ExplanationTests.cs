using Parley.Contracts;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>What the analysis says of itself: each stage's result, and why a trigger gave a mention or did not.</summary>
public sealed class ExplanationTests
{
    [Theory]
    [InlineData("Hopes of talks between Peru and Ecuador grew.", "talks", "the noun that it hangs on tells no step of it, or is denied")]
    [InlineData("The minister of Peru met criticism in Lima.", "met", "its object is no party")]
    [InlineData("Shoppers met the president of Peru.", "met", "it names no two parties")]
    [InlineData("Peru and Ecuador did not meet on Monday.", "did not meet", "the verb is negated: it is told as not so")]
    [InlineData("Peru and Ecuador might meet on Monday.", "might meet", "it is only possible, on a condition or in doubt")]
    [InlineData("President Carlos Mesa met Foreign Minister Juan Siles.", "met", "both sides are of one state")]
    [InlineData("The president of Peru visited Lima on Monday.", "visited", "it visits no other party")]
    [InlineData("The tourists visited Quito on Monday.", "visited", "its subject holds no talks between parties")]
    [InlineData("The president of Peru flew to Cusco on Monday.", "flew", "they stay in their own country")]
    [InlineData("The army of Peru flew to Quito on Monday.", "flew", "nobody who holds an office goes there")]
    [InlineData("The Peruvian president travelled by train on Monday.", "travelled", "it names no place to go to")]
    [InlineData("Someone flew to Quito.", "flew", "no known party goes there")]
    [InlineData("The Peruvian minister headed to Guayaquil.", "headed", "no talks are named for which they go")]
    [InlineData("The president of Peru spoke for an hour.", "spoke", "the verb has no other side here: nobody is named with whom")]
    [InlineData("Peru ended the fighting on Monday.", "ended", "an end of fighting counts where it is called for or agreed to, not where it is told")]
    [InlineData("Somebody will halt attacks on Peru.", "will halt", "one side's attacks: only its own halt of them counts, where a known party is said to halt them")]
    [InlineData("They will silence the opposition's fire in Peru.", "will silence", "the verb means something else here than a halt of fighting")]
    [InlineData("Peru and Ecuador reached an agreement on trade.", "reached", "an agreement that was reached shows no talks by itself")]
    [InlineData("Peru and Ecuador signed a treaty on Monday.", "signed", "a signing shows talks only where two parties sign in a named town, told as done or to be")]
    [InlineData("Peru's guests left without agreement.", "left", "who parted without agreement is not told: two known parties are needed")]
    [InlineData("Peru invited investors to visit.", "invited", "nobody who speaks for a party is invited to come or to meet")]
    [InlineData("The president of Peru invited him to visit Lima.", "invited", "it names no host and guest of different states")]
    [InlineData("The president of Peru declined an invitation to sing.", "declined", "the invitation is not one to come or to meet")]
    [InlineData("The ministers are due in Quito on Sunday.", "due", "whoever is due there is no known party from another country")]
    [InlineData("The two singers called a truce on stage.", "a truce", "a figure of speech: no party is named, and no war is spoken of")]
    [InlineData("The rebels broke many truces over the years.", "many truces", "said of truces in general: of nobody named")]
    [InlineData("The ceasefire line between Peru and Ecuador is long.", "The ceasefire line", "it only qualifies the word behind it, as in \"ceasefire line\"")]
    [InlineData("Peru and Ecuador held no talks on Monday.", "no talks", "\"no\" stands before it, and no \"will\" or \"would\" refuses it")]
    [InlineData("The president of Peru held a news conference on Monday.", "a news conference", "a news conference of one side shows no talks")]
    [InlineData("A round of talks between Peru and Ecuador began on Monday.", "A round", "what is told of it is told of the talks behind \"of\"")]
    [InlineData("Peru painted the negotiating table.", "the negotiating table", "nothing is done with the table that tells of talks")]
    [InlineData("The talks between Peru and Ecuador may collapse.", "The talks", "the verb whose subject it is denies it, leaves it open or says no step of it")]
    [InlineData("The talks between the unions and employers of Peru began on Monday.", "The talks", "the sentence is about work and wages, and names no two known parties")]
    [InlineData("Talks began in the hall on Monday, Peru said.", "Talks", "the text names no party to it")]
    [InlineData("Peru's minister settled it by telephone.", "settled", "the call names no two parties of different states")]
    [InlineData("Peru's minister did not settle it by telephone.", "did not settle", "a call by telephone counts only where someone did or is to do something in it")]
    public void A_trigger_without_a_mention_says_why(string text, string trigger, string reason)
    {
        var explained = Trigger(text, trigger);

        (explained.Outcome, explained.Steps[^1].Reason).ShouldBe((TriggerOutcome.None, reason));
        explained.Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Peru and Ecuador met on Monday.", "met", "the verb names talks by itself")]
    [InlineData("Peru and Ecuador called off the talks.", "the talks", "the verb before it, whose object it is, says so")]
    [InlineData("The talks between Peru and Ecuador collapsed.", "The talks", "the verb whose subject it is says so")]
    [InlineData("The president of Peru spoke to reporters after talks with the president of Ecuador.", "talks", "the preposition before it (\"after\", \"ahead of\", \"in\") says so")]
    [InlineData("Peru and Ecuador agreed to halt fighting.", "to halt", "a halt of fighting is a ceasefire in other words")]
    [InlineData("Peru and Ecuador failed to reach agreement.", "to reach", "who failed to agree had talked")]
    [InlineData("The president of Peru has invited the president of Ecuador to come to Lima.", "has invited", "an invitation offers a visit")]
    [InlineData("The president of Peru is due in Quito on Sunday.", "due", "who is due in another country visits it")]
    [InlineData("Peru said it would agree to a truce if Ecuador did so.", "a truce", "the promise hangs on an \"if\"")]
    public void A_mention_says_what_gave_its_status(string text, string trigger, string reason)
    {
        var explained = Trigger(text, trigger);

        explained.Outcome.ShouldBe(TriggerOutcome.Mentioned);
        explained.Steps.Last(s => s.Stage == ExplanationStage.Status).Reason.ShouldBe(reason);
    }

    [Fact]
    public void An_event_names_its_verbs_parties_day_place_and_what_moved_its_confidence()
    {
        var told = Trigger("Peru and Ecuador agreed to meet in Bogota on Friday.", "to meet").Events.ShouldHaveSingleItem();

        told.Verbs.ShouldBe(["agreed", "to meet"]);
        (told.Status, told.Force, told.Mention).ShouldBe((EntryStatus.Planned, "to be", 0));
        told.Participants.Select(p => p.Id).ShouldBe(["PER", "ECU"]);
        (told.Date!.Text, told.Start, told.Place).ShouldBe(("Friday", new DateOnly(2002, 3, 8), "Bogota"));
        told.ConfidenceSteps.Select(s => s.Reason).ShouldBe(["the rule's own", "every party is known", "the text says when or where"]);
        told.ConfidenceSteps.Sum(s => s.Change).ShouldBe(told.Confidence, 0.001);
    }

    [Theory]
    [InlineData("Peru and Ecuador fought. Both sides met on Monday.", "Both sides", "PER+ECU", "the two sides that the text is about")]
    [InlineData("Peru and Ecuador fought. They met on Monday.", "They", "PER+ECU", "the parties that the text named last")]
    [InlineData("The president of Peru spoke. He met the president of Ecuador.", "He", "PER", "the person whom the text spoke of last")]
    [InlineData("Peru said it had met the president of Ecuador.", "it", "PER", "the party that the sentence began with")]
    [InlineData("The president of Peru came. His envoy met the president of Ecuador.", "His envoy", "PER", "\"his\" and \"their\": of whom the sentence, else the text, spoke last")]
    public void A_description_says_whom_it_stands_for_and_why(string text, string description, string parties, string reason)
    {
        var explained = Explain(text).Sentences.SelectMany(s => s.Descriptions).First(d => d.Text == description);

        explained.Parties.Order().ShouldBe(parties.Split('+').Order());
        explained.Reason.ShouldBe(reason);
    }

    [Fact]
    public void What_is_not_read_is_told_with_its_reason()
    {
        var explanation = Explain("LIMA, March 5 (Wire) - Peru and Ecuador (neighbours) met in Quito (Pichincha) on Monday.");

        explanation.Dropped.Select(d => $"{d.Text}: {d.Reason}").ShouldBe(
            ["LIMA, March 5 (Wire) -: a dateline: where and when the report was written", "(Pichincha): stands in brackets"]);
        explanation.Dateline.ShouldBe(new ExplainedDateline("Lima", "PER", new DateOnly(2002, 3, 5)));
        explanation.Sides.Order().ShouldBe(["ECU", "PER"]);
    }

    [Fact]
    public void Two_triggers_of_one_event_say_which_was_folded_into_which()
    {
        var triggers = Explain("The president of Peru invited the president of Ecuador to visit Lima.").Sentences[0].Triggers;

        triggers.Select(t => (t.Text, t.Outcome, t.Events.ShouldHaveSingleItem().Mention)).ShouldBe(
            [("invited", TriggerOutcome.Joined, 0), ("to visit", TriggerOutcome.Mentioned, 0)]);
        triggers[0].Steps[^1].ShouldBe(new ExplainedStep(ExplanationStage.Joining, "the same event is told better in this sentence: folded into that"));
    }

    [Theory]
    [InlineData("Peru and Ecuador met in Lima on 3 January 1990.", "met", ExplanationStage.Background, "its day is more than a week before the text's: context, no news")]
    [InlineData("Peru and Ecuador called for a ceasefire on Monday.", "a ceasefire", ExplanationStage.Date, "none: the day of a call, an offer, a breach or a refusal is not the truce's")]
    [InlineData("Peru and Ecuador met in Lima on Monday.", "met", ExplanationStage.Place, "the place behind \"in\", \"at\" or \"near\" behind it")]
    [InlineData("Peru and Ecuador met in Lima on Monday.", "met", ExplanationStage.Date, "the day nearest to it that is no other verb's or event's")]
    public void Each_stage_says_what_it_settled(string text, string trigger, ExplanationStage stage, string reason) =>
        Trigger(text, trigger).Steps.Where(s => s.Stage == stage).ShouldHaveSingleItem().Reason.ShouldBe(reason);

    [Fact]
    public void A_sentence_is_shown_in_words_names_phrases_and_days()
    {
        var sentence = Explain("Peru will host talks on Friday.").Sentences.ShouldHaveSingleItem();

        sentence.Words.Select(w => $"{w.Text}/{w.Tag}").ShouldBe(["Peru/name", "will/auxiliary", "host/verb", "talks/noun", "on/preposition", "Friday/noun", "./punctuation"]);
        sentence.Names.ShouldHaveSingleItem().ShouldBe(new ExplainedName(0, 4, "Peru", "state", "PER", "Peru"));
        sentence.Phrases.Select(p => p.Text).ShouldBe(["Peru", "will host", "talks", "on", "Friday", "."]);
        sentence.Phrases[1].Forms.ShouldBe(["will"]);
        sentence.Phrases.Select(p => p.Role).ShouldBe(["actor", null, "event", null, "time", null]);
        sentence.Dates.ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2002, 3, 8));
    }

    [Fact]
    public void A_long_text_is_explained_in_part_and_read_as_a_whole()
    {
        var text = string.Concat(Enumerable.Repeat("The rain fell on the hills of the north and the river rose. ", 400)) + "Peru and Ecuador met on Monday.";

        var explanation = Explain(text);

        explanation.Partial.ShouldBeTrue();
        explanation.Mentions.ShouldHaveSingleItem();
        explanation.Sentences[^1].Start.ShouldBeLessThan(Analyzer.MaxExplained);
        explanation.Sentences.ShouldAllBe(s => s.Triggers.Count == 0);
        Explain("Peru and Ecuador met on Monday.").Partial.ShouldBeFalse();
    }

    [Fact]
    public void One_sentence_without_end_is_cut_where_explaining_ends()
    {
        var text = "Peru " + string.Concat(Enumerable.Repeat(new string('x', 19_990) + " ", 2)) + "met Ecuador.";

        var sentence = Explain(text).Sentences[^1];

        sentence.End.ShouldBeLessThanOrEqualTo(Analyzer.MaxExplained);
        sentence.Words.ShouldAllBe(w => w.Start < Analyzer.MaxExplained);
    }

    [Fact]
    public void A_text_that_is_not_looked_into_says_so()
    {
        var explanation = Explain("The rain fell on the hills.");

        explanation.Passed.ShouldBeFalse();
        explanation.Mentions.ShouldBeEmpty();
        explanation.Sentences.ShouldHaveSingleItem().Words.Count.ShouldBe(7);
    }

    [Fact]
    public void The_mentions_are_those_of_a_plain_reading_and_each_has_its_trigger()
    {
        foreach (var file in Directory.EnumerateFiles(Parley.Tests.Seeds.Folder, "*.txt", SearchOption.AllDirectories))
        {
            var article = new ArticleText(File.ReadAllText(file), null, Read.Published);

            var explanation = Analyzer.Default.Explain(article);

            ParleyLines(explanation.Mentions).ShouldBe(ParleyLines(Analyzer.Default.Analyze(article).Mentions), file);
            var triggers = explanation.Sentences.SelectMany(s => s.Triggers).ToList();
            triggers.SelectMany(t => t.Events).Select(e => e.Mention).Distinct().Order().ShouldBe(Enumerable.Range(0, explanation.Mentions.Count), file);
            triggers.ShouldAllBe(t => t.Steps.Count > 0 && t.Steps.All(s => s.Reason.Length > 0));
        }
    }

    private static IEnumerable<string> ParleyLines(IReadOnlyList<Mention> mentions) => mentions.Select(m => System.Text.Json.JsonSerializer.Serialize(m, ParleyJson.Line));

    private static Explanation Explain(string text) => Analyzer.Default.Explain(new ArticleText(text, null, Read.Published));

    private static ExplainedTrigger Trigger(string text, string trigger) =>
        Explain(text).Sentences.SelectMany(s => s.Triggers).Where(t => t.Text == trigger).ShouldHaveSingleItem();
}
