using FsCheck;
using FsCheck.Fluent;
using Parley.Alerting.Matching;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Matching;

public sealed class The_index_finds_what_a_scan_finds
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20261122, 7);

    /// <summary>A batch to begin with, then by ones and twos what comes, is replaced, is paused and goes; and after each the changes.</summary>
    private static readonly Gen<(Subscription[] First, (Subscription[] Written, int Deleted)[] Then, LedgerChange[] Changes)> Lives =
        from first in AskedGen.Subscription.ArrayOf(60)
        from then in (from written in AskedGen.Subscription.ArrayOf(2) from deleted in Gen.Choose(0, 60) select (written, deleted)).ArrayOf(12)
        from changes in AskedGen.Change.ArrayOf(12)
        select (first, then, changes);

    [Fact]
    public void Whatever_came_was_replaced_and_went() => Check.One(Runs, Prop.ForAll(Arb.From(Lives), life =>
    {
        using var index = new SubscriptionIndex();
        var all = new Dictionary<string, (Subscription Subscription, Matcher Matcher)>();
        var matches = new Matches();
        var facts = life.Changes.Select(c => new ChangeFacts(c)).ToList();
        Write(life.First, []);
        facts.ForEach(AsAScan);
        foreach (var (written, deleted) in life.Then)
        {
            Write(written, [$"sub-{deleted}"]);
            facts.ForEach(AsAScan);
        }

        Write([], [.. all.Keys]);
        (index.Count, index.Keys).ShouldBe((0, 0));

        void Write(Subscription[] written, string[] deleted)
        {
            foreach (var id in deleted)
                all.Remove(id);
            foreach (var subscription in written)
                all[subscription.Id] = (subscription, new Matcher(subscription.Filter));
            index.Apply(written, deleted);
        }

        void AsAScan(ChangeFacts change)
        {
            index.Find(change, matches);
            var found = matches.ToList();
            var wanted = all.Values.Where(s => !s.Subscription.Paused && s.Matcher.Matches(change)).Select(s => s.Subscription).ToList();
            found.Count.ShouldBe(wanted.Count);
            found.ToHashSet<Subscription>(ReferenceEqualityComparer.Instance).SetEquals(wanted).ShouldBeTrue();
            matches.Count.ShouldBe(found.Count);
        }
    }));
}
