using Parley.Contracts;
using Parley.Extraction.Reprocessing;

namespace Parley.Extraction.Tests.Ledger;

public sealed class What_a_run_changed_in_all
{
    private static readonly Entry Planned = new() { Id = "a", Type = EntryType.Talks, Kind = EntryKind.Meeting, Status = EntryStatus.Planned, History = [] };

    private static readonly Entry Held = Planned with { Status = EntryStatus.Held };

    [Fact]
    public void Is_the_difference_of_the_first_state_and_the_last() =>
        Of("a", new EntrySpan("a", Planned, Held, null, false)).ShouldBe(new NetChange(ChangeKind.Status, Planned, Held, null));

    [Fact]
    public void Is_nothing_where_it_was_changed_back() => Of("a", new EntrySpan("a", Planned, Planned, null, false)).ShouldBeNull();

    [Fact]
    public void Is_nothing_where_it_came_and_went() => Of("a", new EntrySpan("a", null, null, null, false)).ShouldBeNull();

    [Fact]
    public void Is_new_or_gone() =>
        (Of("a", new EntrySpan("a", null, Planned, null, false)), Of("a", new EntrySpan("a", Planned, null, null, false)))
            .ShouldBe((new NetChange(ChangeKind.New, null, Planned, null), new NetChange(ChangeKind.Retracted, Planned, null, null)));

    [Fact]
    public void Is_told_once_by_the_last_of_the_ids_that_an_entry_had()
    {
        EntrySpan[] spans = [new("a", Planned, null, "b", false), new("b", Planned, null, "c", false), new("c", Planned with { Id = "b" }, Held with { Id = "c" }, null, false)];

        Of("a", spans).ShouldBeNull();
        Of("b", spans).ShouldBeNull();
        Of("c", spans).ShouldBe(new NetChange(ChangeKind.Status, Planned, Held with { Id = "c" }, null));
    }

    [Fact]
    public void Is_told_as_gone_where_it_got_another_id_first()
    {
        EntrySpan[] spans = [new("a", Planned, null, "b", false), new("b", Planned, null, null, false)];

        Of("a", spans).ShouldBeNull();
        Of("b", spans).ShouldBe(new NetChange(ChangeKind.Retracted, Planned, null, null));
    }

    [Fact]
    public void Is_told_of_the_old_id_too_where_that_came_back()
    {
        EntrySpan[] spans = [new("a", Planned, Planned, null, false), new("b", Planned, Held with { Id = "b" }, null, false)];

        Of("a", spans).ShouldBeNull();
        Of("b", spans)!.Kind.ShouldBe(ChangeKind.New);
    }

    [Fact]
    public void Leads_from_a_merged_entry_to_where_it_stands_in_the_end()
    {
        var other = Held with { Id = "b" };
        EntrySpan[] spans = [new("a", Planned, null, "b", false), new("b", other, null, "c", false), new("c", other with { Id = "c" }, Held with { Id = "c" }, null, false)];

        Of("a", spans).ShouldBe(new NetChange(ChangeKind.Merged, Planned, null, "c"));
    }

    [Fact]
    public void Is_a_split_where_it_was_parted() => Of("a", new EntrySpan("a", Planned, Held, null, true))!.Kind.ShouldBe(ChangeKind.Split);

    private static NetChange? Of(string id, params EntrySpan[] spans) => new NetDifference(spans.ToDictionary(s => s.Id)).Of(id);
}
