using FsCheck;
using FsCheck.Fluent;
using Parley.Alerting.Matching;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Matching;

/// <summary>Subscriptions and changes from few words, so that they often fit and just as often do not.</summary>
internal static class AskedGen
{
    // More than there are bits for keys, and the first far more often than the last.
    private static readonly string[] Actors = [.. Enumerable.Range(0, 45).Select(i => $"A{i}")];
    private static readonly string[] Places = ["UKR", "ukr", "Ükr", "Kyiv", "kyív", "South Sudan", "SDN", "Ας", "ασ"];
    private static readonly string[] Topics = ["Libya", "libya", "Grain deal", "Cyprus dispute", "Côte d'Ivoire"];
    private static readonly string[] Words = ["prisoners", "grain deal", "the deal", "put off", "corridor"];

    private static readonly Gen<string> Actor = Gen.Choose(0, 99).Select(n => Actors[n * n * Actors.Length / 10_000]);

    public static Gen<Subscription> Subscription { get; } =
        from number in Gen.Choose(0, 60)
        from actors in Some(Actor, 6, 6)
        from pairs in Some(from one in Actor from other in Actor select new ActorPair(one, other), 3, 3)
        from places in Some(Gen.Elements(Places), 2, 2)
        from topics in Some(Gen.Elements(Topics), 2, 2)
        from words in Some(Gen.Elements(Words), 2, 1)
        from types in Some(Gen.Elements(Enum.GetValues<EntryType>()), 1, 2)
        from kinds in Some(Gen.Elements(Enum.GetValues<EntryKind>()), 8, 1)
        from statuses in Some(Gen.Elements(Enum.GetValues<EntryStatus>()), 8, 2)
        from moves in Some(from a in Status from b in Status select new StatusMove(a, b), 3, 1)
        from confidence in Gen.Elements(0, 0, 0, 0.5)
        from outlets in Gen.Elements(0, 0, 0, 0, 0, 1, 2)
        from severity in Gen.Elements(Severity.Info, Severity.Info, Severity.Info, Severity.Notice, Severity.Warning, Severity.Critical)
        from further in Gen.Elements(false, false, true)
        from paused in Gen.Elements(false, false, false, false, false, false, false, true)
        select new Subscription
        {
            Id = $"sub-{number}",
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            Paused = paused,
            Filter = new SubscriptionFilter
            {
                Actors = actors,
                Pairs = pairs,
                Places = places,
                Topics = topics,
                Words = words,
                Types = types,
                Kinds = kinds,
                Statuses = statuses,
                Moves = moves,
                MinConfidence = confidence,
                MinOutlets = outlets,
                MinSeverity = severity,
                FurtherSources = further,
            },
        };

    public static Gen<LedgerChange> Change { get; } =
        from entry in Entry
        from before in Status
        from outlets in Gen.Choose(0, 3)
        from kind in Gen.Elements(Enum.GetValues<ChangeKind>())
        from news in Gen.Elements(true, true, true, false)
        from fresh in Gen.Elements<bool?>(true, true, true, null, false)
        from text in Some(Gen.Elements(Words), 4, 7)
        let step = new HistoryStep { Status = entry.Status, PublishedAt = DateTimeOffset.UnixEpoch, Article = "a", Evidence = new Evidence(0, 9, string.Join(" and, ", text)) }
        let history = Enumerable.Range(0, outlets).Select(i => step with { Outlet = $"{i}" }).ToList()
        select new LedgerChange
        {
            EntryId = "e",
            Version = 2,
            Kind = kind,
            RecordedAt = DateTimeOffset.UnixEpoch,
            News = news,
            Fresh = fresh,
            Cause = step,
            After = entry with { History = history },
            Before = before is { } was ? entry with { Status = was, History = [.. history.Take(1)] } : null,
        };

    private static Gen<EntryStatus?> Status => Gen.Choose(-1, 14).Select(n => n < 0 ? (EntryStatus?)null : (EntryStatus)n);

    private static Gen<Entry> Entry =>
        from talks in Gen.Elements(true, false)
        from kind in Gen.Elements(Enum.GetValues<EntryKind>())
        from status in Gen.Elements(Enum.GetValues<EntryStatus>())
        from actors in Some(Actor, 5, 9)
        from place in Gen.Elements(Places)
        from country in Gen.Elements(Places)
        from told in Gen.Choose(0, 3)
        from topics in Some(Gen.Elements(Topics), 2, 5)
        from confidence in Gen.Elements(0.4, 0.5, 0.9)
        select new Entry
        {
            Id = "e",
            Type = talks ? EntryType.Talks : EntryType.Ceasefire,
            Kind = kind,
            Status = status,
            Participants = [.. actors.Select(a => new Participant { Id = a, Name = a })],
            Place = told == 0 ? null : new Place(place, told == 1 ? null : country, null),
            Topics = topics,
            Confidence = confidence,
            History = [],
        };

    /// <summary>One to a number of values, in so many of ten cases; else none.</summary>
    private static Gen<IReadOnlyList<T>> Some<T>(Gen<T> value, int most, int ofTen) =>
        from dice in Gen.Choose(1, 10)
        from count in Gen.Choose(1, most)
        from values in value.ArrayOf(dice > ofTen ? 0 : count)
        select (IReadOnlyList<T>)values;
}
