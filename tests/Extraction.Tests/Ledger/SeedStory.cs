using Parley.Contracts;
using Parley.Extraction.Ledger;
using static Parley.Contracts.EntryKind;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger;

/// <summary>The facts of five articles on Turkey, Russia and Libya in the summer of 2020, as extraction should give them.</summary>
internal static class SeedStory
{
    private const string Announcement = "2020-06-14T11:08:00+03:00";
    private const string PutOff = "2020-06-15T16:00:00+03:00";
    private const string Tripoli = "2020-06-19T09:00:00+03:00";
    private const string Rome = "2020-06-19T18:00:00+03:00";
    private const string July = "2020-07-24T10:00:00+03:00";

    public static IReadOnlyList<LedgerMention> Mentions { get; } =
    [
        Told.Talks(Planned, "RUS", "TUR").A(Visit).On("2020-06-14").At("Turkey", "TUR").About("Libya", "Syria").By("RUS", "Sergei Lavrov", "Sergei Shoigu").In("hurriyet-1", Announcement),
        Told.Talks(UnderWay, "LBY").A(Negotiation).On("2020-06-10").About("Libya").In("hurriyet-1", Announcement, 900),
        Told.Truce(Violated, "RUS", "TUR").On("2020-03-01", precision: DatePrecision.Month).At("Idlib", "SYR").About("Syria").In("hurriyet-1", Announcement, 1400),
        Told.Talks(Planned, "IRN", "TUR").A(Visit).On("2020-06-14", "2020-06-15").At("Istanbul", "TUR").By("IRN", "Mohammad Javad Zarif").In("hurriyet-1", Announcement, 1800),

        Told.Talks(UnderWay, "RUS", "TUR").A(Negotiation).About("Libya").In("jazeera-2", PutOff),
        Told.Truce(CalledFor).With(ParticipantRole.Caller, "RUS", "TUR").At("Libya", "LBY").In("jazeera-2", PutOff, 10),
        Told.Talks(Held, "IRN", "TUR").On("2020-06-15").At("Istanbul", "TUR").By("IRN", "Mohammad Javad Zarif").By("TUR", "Mevlut Cavusoglu").In("jazeera-2", PutOff, 300),
        Told.Truce(Proposed).With(ParticipantRole.Caller, "EGY").At("Libya", "LBY").Unilateral().In("jazeera-2", PutOff, 900),
        Told.Talks(Postponed, "RUS", "TUR").On("2020-06-14").About("Libya", "Syria").In("jazeera-2", PutOff, 1300),
        Told.Talks(Held, "RUS", "TUR").A(Call).On("2020-06-14").By("RUS", "Sergei Lavrov").By("TUR", "Mevlut Cavusoglu").In("jazeera-2", PutOff, 1500),
        Told.Truce(Collapsed).On("2020-01-01", precision: DatePrecision.Year).At("Libya", "LBY").Background().In("jazeera-2", PutOff, 1800),
        Told.Talks(UnderWay, "GNA", "LNA").A(Negotiation).On("2020-06-08", precision: DatePrecision.Week).About("Libya").In("jazeera-2", PutOff, 2500),

        Told.Talks(Planned, "TUR", "USA").A(Consultation).About("Libya").In("hurriyet-3", Tripoli, 50),
        Told.Talks(Held, "LBY", "TUR").On("2020-06-17").At("Tripoli", "LBY").By("LBY", "Fayez al-Sarraj").In("hurriyet-3", Tripoli, 700),

        Told.Talks(Held, "ITA", "TUR").On("2020-06-19").At("Ankara", "TUR").By("ITA", "Luigi Di Maio").In("trt-4", Rome),
        Told.Truce(CalledFor).With(ParticipantRole.Caller, "ITA").At("Libya", "LBY").In("trt-4", Rome, 900),
        Told.Talks(Held, "TUR", "USA").A(Call).On("2020-06-08").Background().About("Libya").In("trt-4", Rome, 2000),
        Told.Talks(Planned, "TUR", "USA").A(Consultation).About("Libya").In("trt-4", Rome, 2300),

        Told.Talks(UnderWay, "EU", "RUS", "TUR").A(Negotiation).About("Libya").In("hurriyet-5", July),
        Told.Truce(CalledFor).At("Libya", "LBY").In("hurriyet-5", July, 20),
        Told.Talks(Held, "RUS", "TUR").A(Call).On("2020-07-23").By("RUS", "Sergei Lavrov").In("hurriyet-5", July, 200),
        Told.Talks(Held, "EU", "TUR").A(Call).On("2020-07-23").By("EU", "Josep Borrell").In("hurriyet-5", July, 201),
        Told.Talks(Held, "RUS", "TUR").A(Consultation).On("2020-07-21", "2020-07-22").At("Ankara", "TUR").In("hurriyet-5", July, 400),
        Told.Talks(Planned, "EU", "TUR").In("hurriyet-5", July, 900),
        Told.Talks(Held, "EU").On("2020-07-13").Background().In("hurriyet-5", July, 1100),
        Told.Talks(Held, "EU", "GNA").By("GNA", "Fayez al-Sarraj").In("hurriyet-5", July, 1300),
    ];
}
