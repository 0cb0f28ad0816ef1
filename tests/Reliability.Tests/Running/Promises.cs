using Parley.Protocol.Type.V1;

namespace Parley.Reliability.Tests.Running;

/// <summary>What Parley promises of a run, whatever went wrong in it.</summary>
internal static class Promises
{
    /// <summary>Checks them all against the run in which nothing went wrong.</summary>
    public static void ShouldKeepThePromises(this Outcome run, Outcome undisturbed)
    {
        run.Ledger.ShouldBe(undisturbed.Ledger);
        run.Index.ShouldBe(run.Ledger);
        run.IndexedArticles.ShouldBe(undisturbed.IndexedArticles);

        run.OnStream.Select(a => a.Id).Order(StringComparer.Ordinal).ShouldBe(run.News);
        // RabbitMQ may get an alert again; it is then the same, to the byte, under the same id.
        run.OnExchange?.Distinct().Select(e => e.Id).Order(StringComparer.Ordinal).ShouldBe(run.News);

        var alerts = run.OnStream.ToDictionary(a => a.Id);
        Misled(run, run.OnStream).ShouldBeEmpty();
        Misled(run, run.OnExchange?.Select(e => e.Id).Distinct().Select(id => alerts[id]) ?? []).ShouldBeEmpty();
        Unannounced(run, undisturbed).ShouldBeEmpty();
    }

    /// <summary>What subscribers were told last of an entry, where the ledger has another status that is not only remembered: of what is old nobody is alerted.</summary>
    private static IEnumerable<string> Misled(Outcome run, IEnumerable<Alert> alerts) =>
    [
        .. from last in alerts.GroupBy(a => run.EntryOf[a.Change.EntryId]).Select(g => g.Last())
           let entry = run.EntryOf[last.Change.EntryId]
           where run.Statuses[entry] != last.Change.After.Status && !IsRemembered(run, entry)
           select $"{last.Id}: {last.Summary}, of an entry whose changes were {string.Join("; ", run.Changes.Where(c => run.EntryOf[c.EntryId] == entry).Select(Told))}",
    ];

    private static string Told(Change change) =>
        $"{change.EntryId}/{change.Version} {change.Before?.Status} -> {change.After?.Status}{(change.News ? ", told" : "")} by {change.Cause?.ArticleId}";

    /// <summary>Whoever gives the entry its status tells of it as something of long ago.</summary>
    private static bool IsRemembered(Outcome run, string entry) =>
        run.Changes.Last(c => run.EntryOf[c.EntryId] == entry && c.After is not null).After.History.Where(s => s.Status == run.Statuses[entry]).All(s => s.Background);

    /// <summary>
    /// Steps that were alerted to when nothing went wrong and here were not, though none of their entry that is published later had arrived before them.
    /// </summary>
    private static IEnumerable<string> Unannounced(Outcome run, Outcome undisturbed)
    {
        var announced = run.OnStream.Select(a => Step(run, a)).ToHashSet();
        return
        [
            .. from alert in undisturbed.OnStream
               where !announced.Contains(Step(undisturbed, alert))
               where WasNewestOnArrival(run, undisturbed.EntryOf[alert.Change.EntryId], (alert.Change.Cause?.ArticleId ?? ""))
               select alert.Summary,
        ];
    }

    private static (string Entry, string Article, EntryStatus Status) Step(Outcome run, Alert alert) =>
        (run.EntryOf[alert.Change.EntryId], (alert.Change.Cause?.ArticleId ?? ""), alert.Change.After.Status);

    private static bool WasNewestOnArrival(Outcome run, string entry, string article)
    {
        var arrivals = run.Changes.Where(c => c.Cause is not null && run.EntryOf[c.EntryId] == entry).ToList();
        var own = arrivals.FindIndex(c => c.Cause.ArticleId == article);
        return own < 0 || arrivals.Take(own).All(c => c.Cause.PublishedAt <= arrivals[own].Cause.PublishedAt);
    }
}
