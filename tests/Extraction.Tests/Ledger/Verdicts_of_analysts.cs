using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

public sealed class Verdicts_of_analysts
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20200616, 7);
    private static readonly DateTimeOffset Now = new(2020, 6, 20, 0, 0, 0, TimeSpan.Zero);

    private static readonly LedgerMention Visit = Told.Talks(Planned, "RUS", "TUR").On("2020-06-14").In("a", "2020-06-12T09:00:00Z");
    private static readonly LedgerMention Round = Told.Talks(Planned, "RUS", "TUR").On("2020-06-19").In("b", "2020-06-13T09:00:00Z");
    private static readonly LedgerMention PutOff = Told.Talks(Postponed, "RUS", "TUR").On("2020-06-14").In("c", "2020-06-14T09:00:00Z");

    [Fact]
    public void A_step_that_is_false_is_left_out() =>
        Fold([Visit, PutOff], Verdict(VerdictKind.False, PutOff) with { OfStep = true }).Single().Status.ShouldBe(Planned);

    [Fact]
    public void An_entry_that_is_false_is_left_out_with_all_that_is_told_of_it_later()
    {
        Fold([Visit, PutOff, Round], Verdict(VerdictKind.False, Visit)).Single().Start.ShouldBe(new DateOnly(2020, 6, 19));

        var part = new LedgerPart(new FreshnessOptions()).With(new VerdictSet([Verdict(VerdictKind.False, Visit)]));
        Apply(part, Visit).ShouldBeEmpty();
        Apply(part, PutOff).ShouldBeEmpty();
    }

    [Fact]
    public void Two_entries_that_are_the_same_are_one_with_the_id_of_the_earlier()
    {
        var entry = Fold([Visit, Round], Verdict(VerdictKind.SameAs, Round, Visit)).Single();

        entry.Id.ShouldBe(EntryId.Of(Visit));
        entry.History.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_the_same_is_found_years_away_when_it_comes_back()
    {
        LedgerMention old = Told.Talks(Held, "RUS", "TUR").On("2016-06-14").In("z", "2016-06-14T09:00:00Z");
        var part = new LedgerPart(new FreshnessOptions()).With(new VerdictSet([Verdict(VerdictKind.SameAs, old, Visit)]));
        Apply(part, Visit);

        Apply(part, old);

        part.Entries.Single().Entry.Id.ShouldBe(EntryId.Of(old));
    }

    [Fact]
    public void A_step_that_is_not_of_the_entry_is_an_entry_of_its_own() =>
        Fold([Visit, PutOff], Verdict(VerdictKind.NotSameAs, PutOff, Visit)).Count.ShouldBe(2);

    [Fact]
    public void Of_two_that_contradict_one_another_the_later_holds()
    {
        var same = Verdict(VerdictKind.SameAs, Round, Visit);
        var apart = Verdict(VerdictKind.NotSameAs, Visit, Round) with { Id = "v2", MadeAt = Now.AddHours(1) };

        Fold([Visit, Round], apart, same).Count.ShouldBe(2);
        Fold([Visit, Round], apart, same with { MadeAt = Now.AddHours(2) }).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(PinnedField.Status, "\"held\"")]
    [InlineData(PinnedField.Kind, "\"summit\"")]
    [InlineData(PinnedField.Start, "\"2020-06-16\"")]
    [InlineData(PinnedField.End, "\"2020-06-17\"")]
    [InlineData(PinnedField.Place, """{"name":"Ankara","country":"TUR"}""")]
    [InlineData(PinnedField.Participants, """[{"id":"IRN","name":"Iran"}]""")]
    public void A_pinned_value_stands_whatever_the_articles_say(PinnedField field, string value)
    {
        Pins.IsValue(EntryType.Talks, field, value).ShouldBeTrue();
        var entry = Fold([Visit, PutOff], Verdict(VerdictKind.Pinned, Visit) with { Field = field, Value = value }).Single();

        entry.Pinned.ShouldBe([WireWord.Of(field)]);
        var json = JsonSerializer.SerializeToElement(entry, ParleyJson.Line).GetProperty(WireWord.Of(field));
        JsonSerializer.Serialize(json).ShouldContain(value.Trim('[', ']', '{', '}')[..6]);
    }

    [Theory]
    [InlineData(PinnedField.Status, "\"violated\"")]
    [InlineData(PinnedField.Status, "\"met\"")]
    [InlineData(PinnedField.Kind, "\"truce\"")]
    [InlineData(PinnedField.Start, "\"16 June\"")]
    [InlineData(PinnedField.Participants, "[]")]
    [InlineData(PinnedField.Participants, null)]
    public void A_value_that_the_field_cannot_have_is_none(PinnedField field, string? value) =>
        Pins.IsValue(EntryType.Talks, field, value).ShouldBeFalse();

    [Fact]
    public void Whoever_was_told_of_a_false_entry_is_told_that_it_is_none()
    {
        var part = new LedgerPart(new FreshnessOptions());
        Apply(part, Visit).Single().News.ShouldBeTrue();
        part = part.With(new VerdictSet([Verdict(VerdictKind.False, Visit)]));

        part.TryApply(part.Weighed([Visit], Now), out var changes).ShouldBeTrue();

        var change = changes.Single();
        (change.Kind, change.Reason, change.News).ShouldBe((ChangeKind.Retracted, ChangeReason.Verdict, true));
        part = part.With(VerdictSet.None);
        part.TryApply(part.Weighed([Visit], Now), out changes).ShouldBeTrue();
        (changes.Single().Kind, changes.Single().Version, changes.Single().News).ShouldBe((ChangeKind.New, 3, true));
    }

    [Fact]
    public void Verdicts_given_and_withdrawn_along_the_way_end_in_the_ledger_of_those_that_hold() => Check.One(Runs, Prop.ForAll(StoryGen.Stories, story =>
    {
        var random = new Random(story.Length);
        var part = new LedgerPart(new FreshnessOptions());
        var verdicts = new List<Verdict>();
        foreach (var mention in Shuffling.Shuffled(story, story.Length))
        {
            part.TryApply(new Arrival { Came = [mention], RecordedAt = Now }, out _).ShouldBeTrue();
            if (random.Next(4) > 0) continue;
            Verdict changed;
            if (verdicts.Count > 0 && random.Next(3) == 0)
            {
                changed = verdicts[random.Next(verdicts.Count)];
                verdicts.Remove(changed);
            }
            else
            {
                changed = Random(story, random, verdicts.Count);
                verdicts.Add(changed);
            }

            part = part.With(new VerdictSet(verdicts));
            var told = story.Where(m => m.Id == changed.Subject || m.Id == changed.Other).Where(m => arrived(m, part) || changed.OfStep);
            part.TryApply(part.Weighed(told.Where(m => arrived(m, part)), Now), out _).ShouldBeTrue();
        }

        // What came while a step of it was false is left out for good by this test's own doing: let all come again.
        var set = new VerdictSet(verdicts);
        part.TryApply(new Arrival { Came = story, RecordedAt = Now }, out _).ShouldBeTrue();
        return Shuffling.Json(LedgerFold.InOrder(part.Entries.Select(e => e.Entry))) == Shuffling.Json(LedgerFold.FoldWithMentions(story, set).Select(f => f.Entry));

        static bool arrived(LedgerMention m, LedgerPart p) => p.HolderOf(m.Id) is not null;
    }));

    private static Verdict Random(LedgerMention[] story, Random random, int number)
    {
        var subject = story[random.Next(story.Length)];
        var others = story.Where(m => m.Mention.Type == subject.Mention.Type && m.Id != subject.Id).ToArray();
        var kind = others.Length == 0 ? VerdictKind.False : (VerdictKind)random.Next(4);
        return new Verdict
        {
            Id = $"v{number}-{random.Next()}",
            Kind = kind,
            Subject = subject.Id,
            OfStep = kind == VerdictKind.False && random.Next(2) == 0,
            Other = kind is VerdictKind.SameAs or VerdictKind.NotSameAs ? others[random.Next(others.Length)].Id : null,
            Field = kind == VerdictKind.Pinned ? PinnedField.Start : null,
            Value = kind == VerdictKind.Pinned ? "\"2020-06-16\"" : null,
            MadeAt = Now.AddMinutes(random.Next(1000)),
        };
    }

    private static Verdict Verdict(VerdictKind kind, LedgerMention subject, LedgerMention? other = null) =>
        new() { Id = "v1", Kind = kind, Subject = subject.Id, Other = other?.Id, MadeAt = Now };

    private static IReadOnlyList<Entry> Fold(LedgerMention[] mentions, params Verdict[] verdicts) =>
        [.. LedgerFold.FoldWithMentions(mentions, new VerdictSet(verdicts)).Select(f => f.Entry)];

    private static IReadOnlyList<LedgerChange> Apply(LedgerPart part, LedgerMention came)
    {
        part.TryApply(new Arrival { Came = [came], RecordedAt = Now }, out var changes).ShouldBeTrue();
        return changes;
    }
}
