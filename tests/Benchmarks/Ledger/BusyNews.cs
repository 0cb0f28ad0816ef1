using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Benchmarks.Ledger;

/// <summary>
/// Mentions as a desk that watches the world gets them: a hundred a day, of talks and truces of a few hundred parties, some of whom meet every week and
/// most seldom. Ten thousand are those of a hundred days, a million those of twenty-seven years. A function of its seed; the days before it ends are the
/// same however many came before.
/// </summary>
internal sealed class BusyNews(int seed)
{
    private const int ADay = 100;
    private const int Parties = 240;
    private const double Calls = 0.15;
    private const double Truces = 0.12;
    private const double Undated = 0.3;

    /// <summary>The last moment of the news.</summary>
    public static DateTimeOffset End { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The last so many mentions before the end, in order of publication.</summary>
    public IReadOnlyList<LedgerMention> Before(int count)
    {
        var mentions = new List<LedgerMention>(count);
        for (var day = 1; mentions.Count < count; day++) mentions.AddRange(Day(-day));
        return [.. mentions.Take(count).OrderBy(m => m.PublishedAt).ThenBy(m => m.ArticleId, StringComparer.Ordinal)];
    }

    /// <summary>The first so many mentions after the end: each comes after all that there are.</summary>
    public IReadOnlyList<LedgerMention> After(int count) =>
        [.. Enumerable.Range(0, (count / ADay) + 1).SelectMany(Day).OrderBy(m => m.PublishedAt).ThenBy(m => m.ArticleId, StringComparer.Ordinal).Take(count)];

    /// <summary>The mentions of a day, of events that are told on it and on the days around it.</summary>
    private IEnumerable<LedgerMention> Day(int day)
    {
        var random = new Random(HashCode.Combine(seed, day));
        for (var i = 0; i < ADay; i++) yield return Mention(day, i, random);
    }

    private static LedgerMention Mention(int day, int number, Random random)
    {
        var (one, other) = Pair(random);
        var isTruce = random.NextDouble() < Truces;
        var isCall = !isTruce && random.NextDouble() < Calls;
        var published = End.AddDays(day).AddSeconds(random.Next(86_400));
        var article = $"a{day}-{number}";
        var evidence = new Evidence(100, 180, $"The sentence of {article} that says so, as long as such sentences usually are in the news of a day.");
        var said = new Mention
        {
            Type = isTruce ? EntryType.Ceasefire : EntryType.Talks,
            Kind = isTruce ? EntryKind.Ceasefire : isCall ? EntryKind.Call : (EntryKind)random.Next(2),
            Status = isTruce ? Truce(random) : Talks(random),
            Participants = [Party(one), Party(other)],
            Place = random.Next(2) == 0 ? null : new Place($"City {one}", Id(one), null),
            Start = random.NextDouble() < Undated ? null : DateOnly.FromDateTime(published.UtcDateTime).AddDays(random.Next(-2, 5)),
            StartPrecision = DatePrecision.Day,
            Topics = [],
            Confidence = 0.9,
            Evidence = evidence,
        };
        return new LedgerMention
        {
            Id = LedgerMention.IdOf(article, evidence, said.Type, 0),
            ArticleId = article,
            PublishedAt = published,
            ReceivedAt = published.AddSeconds(2),
            Intake = Intake.Live,
            Outlet = $"Outlet {number % 12}",
            Mention = said.Start is null ? said with { StartPrecision = null } : said,
        };
    }

    /// <summary>The first parties are in the news every day, the last a few times a year.</summary>
    private static (int One, int Other) Pair(Random random)
    {
        var one = (int)(Parties * Math.Pow(random.NextDouble(), 2));
        var other = (int)(Parties * Math.Pow(random.NextDouble(), 2));
        return one == other ? (one, (one + 1) % Parties) : (one, other);
    }

    private static Participant Party(int number) => new() { Id = Id(number), Name = $"Party {number}", Text = $"Party {number}" };

    private static string Id(int number) => $"P{number:000}";

    private static EntryStatus Talks(Random random) => random.Next(10) switch
    {
        < 4 => EntryStatus.Held,
        < 8 => EntryStatus.Planned,
        8 => EntryStatus.Proposed,
        _ => EntryStatus.Postponed,
    };

    private static EntryStatus Truce(Random random) => random.Next(4) switch
    {
        0 => EntryStatus.CalledFor,
        1 => EntryStatus.Agreed,
        2 => EntryStatus.InForce,
        _ => EntryStatus.Violated,
    };
}
