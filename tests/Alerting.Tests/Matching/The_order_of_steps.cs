using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Matching;

public sealed class The_order_of_steps
{
    private static readonly Dictionary<string, int> None = new() { ["a"] = 0, ["b"] = 0 };

    [Fact]
    public void A_step_waits_for_those_before_it()
    {
        var order = StepOrder.Of([Step("a", 2), Step("a", 3)], None);

        order.Due.ShouldBeEmpty();
        Names(order.Early).ShouldBe("a2 a3");
        order.Passed["a"].ShouldBe(0);
    }

    [Fact]
    public void And_goes_when_they_have_come_as_far_as_there_is_no_gap()
    {
        var order = StepOrder.Of([Step("a", 5), Step("a", 3), Step("a", 2)], new Dictionary<string, int> { ["a"] = 1 });

        Names(order.Due).ShouldBe("a2 a3");
        Names(order.Early).ShouldBe("a5");
        order.Passed["a"].ShouldBe(3);
    }

    [Fact]
    public void Entries_do_not_wait_for_one_another()
    {
        var order = StepOrder.Of([Step("b", 2), Step("a", 1)], None);

        Names(order.Due).ShouldBe("a1");
        Names(order.Early).ShouldBe("b2");
    }

    [Fact]
    public void One_that_was_given_up_and_comes_late_is_not_missed()
    {
        var order = StepOrder.Of([Step("a", 2)], new Dictionary<string, int> { ["a"] = 4 });

        Names(order.Due).ShouldBe("a2");
        order.Passed["a"].ShouldBe(4);
    }

    [Fact]
    public void A_repetition_counts_once() => Names(StepOrder.Of([Step("a", 1), Step("a", 1)], None).Due).ShouldBe("a1");

    private static LedgerChange Step(string entry, int version) => Changes.PutOff with { EntryId = entry, Version = version };

    private static string Names(IEnumerable<LedgerChange> steps) => string.Join(' ', steps.Select(s => $"{s.EntryId}{s.Version}"));
}
