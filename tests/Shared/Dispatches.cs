using Parley.Contracts;

namespace Parley.Tests;

/// <summary>Short dispatches whose reading is beyond doubt, for tests of what the services do with what is read.</summary>
internal static class Dispatches
{
    private static readonly string[] Countries = ["Norway", "Finland", "Chad", "Sudan", "Oman", "Yemen", "Peru"];
    private static readonly (string Country, string Capital)[] Hosts = [("Norway", "Oslo"), ("Qatar", "Doha"), ("Switzerland", "Geneva")];

    /// <summary>Norway and Finland are to meet on 8 March 2024.</summary>
    public static Article Announced { get; } = Of(
        "oslo-1", "2024-03-04T09:00:00+01:00",
        "The foreign ministers of Norway and Finland will meet in Oslo on March 8, the Norwegian foreign ministry said on Monday.");

    /// <summary>The same, an hour earlier, from elsewhere.</summary>
    public static Article AnnouncedEarlier { get; } = Of(
        "oslo-0", "2024-03-04T08:00:00+01:00",
        "Helsinki, March 4 - Finland's foreign minister and Norway's will meet in Oslo on March 8, the Finnish foreign ministry announced.");

    /// <summary>It is put off.</summary>
    public static Article PutOff { get; } = Of(
        "oslo-2", "2024-03-07T18:00:00+01:00",
        "Norway and Finland have postponed the meeting of their foreign ministers that was planned for March 8 in Oslo, the Norwegian foreign ministry said on Thursday.");

    /// <summary>A ceasefire of Sudan and Chad.</summary>
    public static Article Truce { get; } = Of(
        "truce-1", "2024-03-05T12:00:00+02:00", "Sudan and Chad agreed on a ceasefire on Tuesday, the two governments said.");

    /// <summary>Nothing that Parley watches for.</summary>
    public static Article Quiet { get; } = Of("quiet", "2024-03-05T12:00:00+02:00", "The price of bread rose again in the capital this week.");

    /// <summary>All of them, in the order of publication.</summary>
    public static IReadOnlyList<Article> Story { get; } = [AnnouncedEarlier, Announced, Quiet, Truce, PutOff];

    /// <summary>Two dispatches on each of many meetings, one after the other: that it is planned, and that it is put off.</summary>
    public static IReadOnlyList<Article> Pairs { get; } =
    [
        .. from first in Enumerable.Range(0, Countries.Length)
           from second in Enumerable.Range(first + 1, Countries.Length - first - 1)
           let parties = $"{Countries[first]} and {Countries[second]}"
           from article in new[]
           {
               Of($"pair-{first}{second}-planned", "2024-03-04T09:00:00Z", $"The foreign ministers of {parties} will meet in Geneva on March 8, an official said."),
               Of($"pair-{first}{second}-put-off", "2024-03-07T09:00:00Z", $"{parties} have postponed the meeting of their foreign ministers that was planned for March 8 in Geneva."),
           }
           select article,
    ];

    /// <summary>Many that speak of the same few meetings, so that their blocks of the ledger meet too.</summary>
    public static IReadOnlyList<Article> Crowd(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Tell(random, i))];
    }

    private static Article Tell(Random random, int number)
    {
        var parties = random.GetItems(Countries, 2);
        while (parties[0] == parties[1])
            parties = random.GetItems(Countries, 2);
        var host = Hosts[random.Next(Hosts.Length)];
        var day = random.Next(6, 20);
        var published = new DateTimeOffset(2024, 3, day, 9, number % 60, 0, TimeSpan.Zero);
        var (text, at) = random.Next(3) switch
        {
            0 => ($"The foreign ministers of {parties[0]} and {parties[1]} will meet in {host.Capital} on March {day}, an official said.", published.AddDays(-3)),
            1 => ($"{parties[0]} and {parties[1]} have postponed the meeting of their foreign ministers that was planned for March {day} in {host.Capital}.", published.AddDays(-1)),
            _ => ($"The foreign ministers of {parties[0]} and {parties[1]} met in {host.Capital} on March {day}, an official said.", published.AddDays(1)),
        };
        return Of($"crowd-{number:000}", at.ToString("O"), text);
    }

    private static Article Of(string id, string published, string text) => new()
    {
        Id = id,
        Text = text,
        Outlet = "Northern Wire",
        PublishedAt = PublicationTime.Parse(published)!.Value,
        PublishedBasis = PublishedBasis.Given,
        ReceivedAt = PublicationTime.Parse(published)!.Value.AddMinutes(10),
        Intake = Intake.Import,
    };
}
