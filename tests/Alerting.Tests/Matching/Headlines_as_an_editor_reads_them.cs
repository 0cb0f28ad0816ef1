using System.Globalization;
using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Matching;

/// <summary>A table of events with their headlines, and what holds for all that there can be.</summary>
public sealed class Headlines_as_an_editor_reads_them
{
    /// <summary>On Monday, 23 November 2026. Kind, status, parties, place and its country, day, topics: the headline. A mediator has a star.</summary>
    private const string Table = """
        visit | under_way | India, Japan | Tokyo JPN | | : Visit by India to Japan under way in Tokyo
        visit | planned | China, Vietnam | Vietnam VNM | 2026-11-30 | : Visit by China to Vietnam planned for 30 November
        visit | planned | China, Vietnam | | 2026-11-27 | : Visit between China and Vietnam planned for Friday
        visit | held | India, Japan, Vietnam | Manila PHL | 2026-11-21 | : Visit between India, Japan and Vietnam took place in Manila on Saturday
        visit | held | China, India, Japan | Tokyo JPN | 2026-11-21 | Sudan : Visit by China and India to Japan over Sudan took place in Tokyo on Saturday
        visit | proposed | India | Tokyo JPN | 2027-01 | : Visit by India to Tokyo proposed for January 2027
        visit | cancelled | Japan | Tokyo JPN | 2026-11-27 | : Friday's visit to Japan in Tokyo cancelled
        visit | rejected | Japan | | | : Visit involving Japan rejected
        visit | postponed | | Manila PHL | 2026-12-27 | : Visit in Manila set for 27 December put off
        visit | suspended | India, Japan | Philippines PHL | | : Visit between India and Japan in the Philippines broken off
        call | held | India, Japan | Tokyo JPN | 2026-11-22 | Sudan, Egypt : India and Japan held a call on Sudan and Egypt on Sunday
        call | planned | India, Japan | | 2027 | : India and Japan plan a call in 2027
        call | under_way | India, Japan | | | : India and Japan are holding a call
        call | postponed | India, Japan | | | : India and Japan put off a call
        call | suspended | India | | | : Call with India broken off
        call | rejected | India, Japan | | | : Call between India and Japan rejected
        mediation | under_way | Hamas, Israel, *Egypt | Cairo EGY | | : Mediation by Egypt between Hamas and Israel under way in Cairo
        mediation | under_way | Hamas, Israel | Cairo EGY | | : Mediation between Hamas and Israel under way in Cairo
        mediation | held | Hamas, Israel, *Egypt, *Qatar | | 2026-11-20 | : Mediation by Egypt and Qatar between Hamas and Israel took place on Friday
        mediation | proposed | Hamas | | | : Mediation involving Hamas proposed
        mediation | suspended | *Egypt | | | Sudan : Mediation by Egypt over Sudan broken off
        summit | planned | Arab League | Cairo EGY | 2026-11-28 | Sudan : Arab League summit on Sudan planned for Saturday in Cairo
        summit | under_way | India, Japan | Manila PHL | | : India and Japan are holding a summit in Manila
        summit | cancelled | India, Japan | Manila PHL | 2026-12-28 | : India and Japan cancel a summit set for 28 December
        summit | suspended | India, Japan | | | : Summit of India and Japan broken off
        conference | planned | | Berlin DEU | 2026-11-28 | Libya : Conference on Libya planned for Saturday in Berlin
        conference | proposed | India, Japan, Vietnam | | | : Conference of India, Japan and Vietnam proposed
        negotiation | held | Ecuador, Peru | Quito ECU | 2026-11-09 | Ecuador, Peru : Ecuador and Peru held negotiations in Quito on 9 November
        consultation | under_way | Ecuador, Peru | | | : Ecuador and Peru are holding consultations
        meeting | held | Ecuador, Peru | Quito ECU | 2026-11-09 | : Ecuador and Peru held talks in Quito on 9 November
        meeting | held | Russia, Ukraine | | 2026-11-22 | Russia, Ukraine : Russia and Ukraine held talks on Sunday
        meeting | planned | Iran | Vienna AUT | 2026-11-24 | : Talks with Iran planned for Tuesday in Vienna
        meeting | suspended | Iran | Vienna AUT | | : Talks with Iran break down in Vienna
        meeting | postponed | | Vienna AUT | 2026-11-24 | Sudan : Tuesday's talks on Sudan in Vienna put off
        meeting | rejected | | | | : Talks rejected
        ceasefire | called_for | | Kordofan SDN | | Sudan : Ceasefire in Kordofan called for
        ceasefire | called_for | | | | Sudan : Ceasefire in Sudan called for
        ceasefire | called_for | SAF, RSF | | | Sudan : Ceasefire between SAF and RSF called for
        ceasefire | called_for | | | | : Ceasefire called for
        ceasefire | proposed | Hamas | Gaza PSE | 2026-11-27 | Israel : Hamas ceasefire in Gaza proposed for Friday
        ceasefire | rejected | Hamas, Israel | Gaza PSE | | : Ceasefire in Gaza between Hamas and Israel rejected
        truce | in_force | Houthi, Yemen | Hodeidah YEM | 2026-11-20 | Yemen : Truce in Hodeidah between Houthi and Yemen in force since Friday
        truce | in_force | Houthi, Yemen | Hodeidah YEM | | : Truce in Hodeidah between Houthi and Yemen in force
        truce | agreed | Houthi, Yemen | | 2026-11-22 | : Houthi and Yemen agree on a truce on Sunday
        truce | extended | Houthi, Yemen | Hodeidah YEM | | : Houthi and Yemen extend their truce in Hodeidah
        truce | suspended | Yemen | Yemen YEM | | : Yemen truce suspended
        humanitarian_pause | agreed | Hamas | | 2026-11-27 | : Hamas humanitarian pause agreed from Friday
        cessation_of_hostilities | violated | Hamas | Gaza PSE | | : Cessation of hostilities in Gaza by Hamas violated
        armistice | under_negotiation | Hamas, Israel | | | : Hamas and Israel negotiate an armistice
        """;

    private static readonly Dictionary<string, string> Countries = new()
    {
        ["China"] = "CHN",
        ["India"] = "IND",
        ["Japan"] = "JPN",
        ["Vietnam"] = "VNM",
        ["Yemen"] = "YEM",
    };

    public static IEnumerable<object[]> Rows() => Table.Split('\n').Select(row => row.Split(" : ")).Select(row => new object[] { row[0], row[1] });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_is_plain_English(string known, string headline)
    {
        var cells = known.Split('|', StringSplitOptions.TrimEntries);

        Headline.Of(Change(Event(WireWord.Parse<EntryKind>(cells[0]), WireWord.Parse<EntryStatus>(cells[1]), cells[2], cells[3], cells[4], cells.ElementAtOrDefault(5) ?? ""))).ShouldBe(headline);
    }

    [Fact]
    public void None_has_gaps_or_says_a_thing_twice()
    {
        var events =
            from kind in Enum.GetValues<EntryKind>()
            from status in Enum.GetValues<EntryStatus>()
            from parties in new[] { "", "India", "India, Japan", "India, Japan, Vietnam, *Egypt" }
            from place in new[] { "", "Tokyo JPN", "Japan JPN", "Manila PHL" }
            from day in new[] { "", "2026-11-27", "2026-10-01", "2027-01", "2027" }
            from topics in new[] { "", "Japan", "Sudan, Libya" }
            select Event(kind, status, parties, place, day, topics);
        foreach (var headline in events.Select(e => Headline.Of(Change(e))))
        {
            headline.ShouldMatch("^[A-Z].*[a-z0-9]$");
            headline.ShouldNotMatch(@"[{}]|  | ,|\b(in|on|for|by|to|of|with) (in|on|for|by|to|of|with)\b", headline);
            Words(headline, "Sudan").ShouldBeLessThanOrEqualTo(1, headline);
            Words(headline, "Tokyo").ShouldBeLessThanOrEqualTo(1, headline);
        }
    }

    private static int Words(string headline, string name) => headline.Split(' ').Count(word => word == name);

    private static Entry Event(EntryKind kind, EntryStatus status, string parties, string place, string day, string topics) => new()
    {
        Id = "e-1",
        Type = kind <= EntryKind.Mediation ? EntryType.Talks : EntryType.Ceasefire,
        Kind = kind,
        Status = status,
        Participants = [.. Parts(parties).Select(name => new Participant
        {
            Id = Countries.GetValueOrDefault(name, name), Name = name.TrimStart('*'), Role = name[0] == '*' ? ParticipantRole.Mediator : ParticipantRole.Party,
        })],
        Place = place.Length > 0 ? new Place(place[..place.LastIndexOf(' ')], place[(place.LastIndexOf(' ') + 1)..], null) : null,
        Start = day.Length > 0 ? DateOnly.ParseExact(day.PadRight(4).Length switch { 4 => $"{day}-01-01", 7 => $"{day}-01", _ => day }, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        StartPrecision = day.Length switch { 0 => null, 4 => DatePrecision.Year, 7 => DatePrecision.Month, _ => DatePrecision.Day },
        Topics = Parts(topics),
        History = [Changes.PutOff.Cause!],
    };

    private static string[] Parts(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static LedgerChange Change(Entry entry) => Changes.PutOff with
    {
        After = entry,
        Before = null,
        Kind = ChangeKind.New,
        RecordedAt = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero),
        Cause = Changes.PutOff.Cause! with { PublishedAt = new DateTimeOffset(2026, 11, 23, 11, 0, 0, TimeSpan.Zero) },
    };
}
