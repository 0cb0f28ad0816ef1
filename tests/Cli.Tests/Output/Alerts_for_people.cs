using Parley.Cli.Output;
using Parley.Contracts;
using Spectre.Console;

namespace Parley.Cli.Tests.Output;

public sealed class Alerts_for_people
{
    private static readonly HistoryStep Cause = new()
    {
        Status = EntryStatus.Postponed,
        PublishedAt = new DateTimeOffset(2031, 3, 2, 21, 5, 0, TimeSpan.FromHours(3)),
        Article = "gazette/7",
        Outlet = "Gazette [Nicosia]",
        Evidence = new Evidence(0, 30, "The visit [of the minister]\n  is put off."),
    };

    private static readonly Entry Visit = new()
    {
        Id = "e-1",
        Type = EntryType.Talks,
        Kind = EntryKind.Visit,
        Status = EntryStatus.Postponed,
        Participants =
        [
            new Participant { Id = "CYP", Name = "Cyprus", Persons = ["Eleni Markou", "P. [acting] Ioannou"] },
            new Participant { Id = "TUR", Name = "Turkey" },
            new Participant { Id = "UN", Name = "United Nations", Role = ParticipantRole.Mediator },
        ],
        Place = new Place("Nicosia", "CYP", null),
        Start = new DateOnly(2031, 3, 4),
        End = new DateOnly(2031, 3, 6),
        StartPrecision = DatePrecision.Day,
        Topics = ["Cyprus dispute"],
        History = [Cause],
    };

    private static readonly LedgerChange PutOff = new()
    {
        EntryId = "e-1",
        Version = 2,
        Kind = ChangeKind.Status,
        RecordedAt = Cause.PublishedAt,
        Before = Visit with { Status = EntryStatus.Planned },
        After = Visit,
        Cause = Cause,
    };

    [Fact]
    public void An_alert_says_what_who_where_when_and_by_which_sentence() => Shown(PutOff, TimeSpan.FromMilliseconds(41.6)).ShouldBe(
        """
        ● TALKS     planned → postponed  42 ms
          Cyprus (Eleni Markou, P. [acting] Ioannou) · Turkey  (mediator United Nations)
          visit, Nicosia, 4 March 2031 to 6 March 2031, about Cyprus dispute
          “The visit [of the minister] is put off.”
          Gazette [Nicosia], 2 Mar 2031 21:05 +03:00

        """ + "\n");

    [Fact]
    public void What_is_not_known_is_not_made_up()
    {
        var truce = new Entry { Id = "e-2", Type = EntryType.Ceasefire, Kind = EntryKind.Truce, Status = EntryStatus.CalledFor, History = [] };

        Shown(PutOff with { Kind = ChangeKind.New, Before = null, After = truce, Cause = null }, null).ShouldBe(
            """
            ● CEASEFIRE new: called for
              parties not named
              truce, no date told

            """ + "\n");
    }

    [Fact]
    public void Where_the_status_stays_the_kind_of_change_is_named() =>
        Shown(PutOff with { Kind = ChangeKind.Details, Before = Visit }, null).ShouldStartWith("● TALKS     postponed, details\n");

    [Fact]
    public void Without_an_outlet_the_article_is_named() =>
        Shown(PutOff with { Cause = Cause with { Outlet = null } }, null).ShouldContain("  gazette/7, 2 Mar 2031 21:05 +03:00\n");

    [Fact]
    public void Every_status_has_one_of_three_colours() =>
        Enum.GetValues<EntryStatus>().Select(AlertView.Colour).Distinct().ShouldBe(["green", "yellow", "red"], ignoreOrder: true);

    private static string Shown(LedgerChange change, TimeSpan? taken)
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 200;
        AlertView.Show(console, change, taken);
        return writer.ToString();
    }
}
