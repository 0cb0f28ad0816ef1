using Parley.Alerting.Matching;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Benchmarks.Matching;

/// <summary>
/// Subscriptions and news as a service of some size has them; a function of its seed.
/// <para>
/// Of 100 subscriptions 66 name one to five actors of 300 (the first one, as the United States would be, in a quarter of all subscriptions; the next in 14,
/// 10, 8 and 6 of a hundred), 6 name actors together with a topic or a place, 8 one to three pairs, 8 topics, 5 places, 6 nothing but types, statuses or
/// kinds, 1 nothing at all. A quarter restricts the type, a fifth the statuses, to one of ten usual choices; a few each kinds, severity, confidence, a second
/// source, moves and words, or want further sources too.
/// </para>
/// <para>
/// Of 100 changes 70 are news and 30 further sources of what is known; they have two or three parties of the same actors, as unequally chosen, every fourth a
/// mediator besides, half a place, and most a topic.
/// </para>
/// </summary>
/// <param name="seed">Of its chance.</param>
/// <param name="first">The actor that most have in common; without, chance alone chooses.</param>
internal sealed class Audience(int seed, string? first = null)
{
    private static readonly string[] Codes = ["USA", "RUS", "ISR", "CHN", "UKR", "IRN", "TUR", "UN", "EU", "SAU", "EGY", "QAT"];
    private static readonly Zipf Actors = new([.. Codes, .. Enumerable.Range(0, 288).Select(i => $"P{i:000}")]);
    private static readonly Zipf Topics = new([.. Enumerable.Range(0, 60).Select(i => $"Conflict {i}")]);
    private static readonly Zipf Words = new([.. Enumerable.Range(0, 60).Select(i => i % 4 == 3 ? $"phrase of {i}" : $"word{i}")]);
    private static readonly Zipf Text = new([.. Enumerable.Range(0, 2_000).Select(i => i % 40 == 39 ? $"word{i / 40}" : $"other{i}")]);

    private static readonly EntryStatus[] OfTalks =
        [EntryStatus.Held, EntryStatus.Planned, EntryStatus.Held, EntryStatus.Planned, EntryStatus.UnderWay, EntryStatus.Proposed, EntryStatus.Postponed, EntryStatus.Cancelled, EntryStatus.Suspended];

    private static readonly EntryStatus[] OfTruces =
        [EntryStatus.CalledFor, EntryStatus.Proposed, EntryStatus.UnderNegotiation, EntryStatus.Agreed, EntryStatus.InForce, EntryStatus.Violated, EntryStatus.Violated, EntryStatus.Collapsed];

    private static readonly EntryStatus[][] UsualStatuses =
    [
        [EntryStatus.Postponed, EntryStatus.Cancelled, EntryStatus.Suspended], [EntryStatus.Planned], [EntryStatus.Held], [EntryStatus.Planned, EntryStatus.Held],
        [EntryStatus.Agreed, EntryStatus.InForce], [EntryStatus.Violated, EntryStatus.Collapsed], [EntryStatus.Cancelled], [EntryStatus.Violated],
        [EntryStatus.Agreed], [EntryStatus.Rejected, EntryStatus.Cancelled, EntryStatus.Collapsed],
    ];

    /// <summary>Its subscriptions.</summary>
    public IReadOnlyList<Subscription> Subscriptions(int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => new Subscription
        {
            Id = $"sub-{seed}-{i}", Name = $"Desk {i}", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch, Filter = Refine(Keys(random), random),
        })];
    }

    /// <summary>The news of its days, as the service sees them.</summary>
    public IReadOnlyList<ChangeFacts> Changes(int count)
    {
        var random = new Random(seed + 1);
        return [.. Enumerable.Range(0, count).Select(i => new ChangeFacts(Change(i, random)))];
    }

    private static SubscriptionFilter Keys(Random random)
    {
        var filter = SubscriptionFilter.Everything;
        return random.Next(100) switch
        {
            < 66 => filter with { Actors = Actors.Next(random, Few(random)) },
            < 69 => filter with { Actors = Actors.Next(random, Few(random)), Topics = [Topics.Next(random)] },
            < 72 => filter with { Actors = Actors.Next(random, Few(random)), Places = [Actors.Next(random)] },
            < 80 => filter with { Pairs = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pair(random))] },
            < 88 => filter with { Topics = Topics.Next(random, random.Next(1, 4)) },
            < 93 => filter with { Places = [random.Next(4) == 0 ? City(Actors.Next(random)) : Actors.Next(random)] },
            < 96 => filter with { Types = [Type(random)] },
            < 98 => filter with { Statuses = UsualStatuses[random.Next(UsualStatuses.Length)] },
            < 99 => filter with { Kinds = [(EntryKind)random.Next(13)] },
            _ => filter,
        };
    }

    private static SubscriptionFilter Refine(SubscriptionFilter filter, Random random)
    {
        if (filter.Types.Count == 0 && random.Next(4) == 0)
            filter = filter with { Types = [Type(random)] };
        if (filter.Statuses.Count == 0 && random.Next(5) == 0)
            filter = filter with { Statuses = UsualStatuses[random.Next(UsualStatuses.Length)] };
        return random.Next(100) switch
        {
            < 3 => filter with { Kinds = [(EntryKind)random.Next(13)] },
            < 7 => filter with { MinSeverity = (Severity)random.Next(1, 4) },
            < 9 => filter with { MinConfidence = random.Next(5, 10) / 10.0 },
            < 12 => filter with { MinOutlets = random.Next(2, 4) },
            < 14 => filter with { Moves = [new StatusMove(EntryStatus.Planned, random.Next(2) == 0 ? EntryStatus.Postponed : EntryStatus.Cancelled)] },
            < 16 => filter with { Words = Words.Next(random, random.Next(1, 3)) },
            < 20 => filter with { FurtherSources = true },
            _ => filter,
        };
    }

    private LedgerChange Change(int number, Random random)
    {
        var talks = random.Next(100) < 75;
        var statuses = talks ? OfTalks : OfTruces;
        var parties = Actors.Next(random, random.Next(5) == 0 ? 3 : 2).ToList();
        if (first is not null && !parties.Contains(first))
            parties[0] = first;
        var status = statuses[random.Next(statuses.Length)];
        var told = random.Next(10) < 7;
        var after = new Entry
        {
            Id = $"e-{number}",
            Type = talks ? EntryType.Talks : EntryType.Ceasefire,
            Kind = talks ? (EntryKind)random.Next(8) : (EntryKind)random.Next(8, 13),
            Status = status,
            Participants = [.. parties.Select(p => Participant(p, ParticipantRole.Party)), .. Mediators(parties, random)],
            Place = random.Next(2) == 0 ? null : new Place(City(parties[0]), parties[0], null),
            Topics = Topics.Next(random, random.Next(3)),
            Confidence = random.Next(5, 11) / 10.0,
            History = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => Step(status, $"Outlet {i}", random))],
        };
        var was = statuses[random.Next(statuses.Length)];
        return new LedgerChange
        {
            EntryId = after.Id,
            Version = 2,
            Kind = told ? ChangeKind.Status : ChangeKind.Sources,
            RecordedAt = DateTimeOffset.UnixEpoch,
            News = told,
            Fresh = true,
            Cause = after.History[^1],
            Before = told ? (was == status ? null : after with { Status = was }) : after with { History = [after.History[0]] },
            After = after,
        };
    }

    private static IEnumerable<Participant> Mediators(List<string> parties, Random random) =>
        random.Next(4) == 0 && Actors.Next(random) is var mediator && !parties.Contains(mediator) ? [Participant(mediator, ParticipantRole.Mediator)] : [];

    private static HistoryStep Step(EntryStatus status, string outlet, Random random) => new()
    {
        Status = status,
        PublishedAt = DateTimeOffset.UnixEpoch,
        Article = outlet,
        Outlet = outlet,
        Evidence = new Evidence(0, 0, string.Join(' ', Enumerable.Range(0, 25).Select(_ => Text.Next(random)))),
    };

    private static Participant Participant(string id, ParticipantRole role) => new() { Id = id, Name = id, Role = role };

    private static ActorPair Pair(Random random) => Actors.Next(random, 2) is [var one, var other] ? new ActorPair(one, other) : throw new InvalidOperationException();

    private static int Few(Random random) => random.Next(100) switch { < 30 => 1, < 55 => 2, < 75 => 3, < 90 => 4, _ => 5 };

    private static EntryType Type(Random random) => random.Next(3) == 0 ? EntryType.Talks : EntryType.Ceasefire;

    private static string City(string actor) => $"City of {actor}";
}
