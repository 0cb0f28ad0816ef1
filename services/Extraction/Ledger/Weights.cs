using System.Collections.Frozen;
using System.Globalization;

namespace Parley.Extraction.Ledger;

/// <summary>What speaks for and against two mentions being of one matter, and how strongly: Knowledge/ledger/weights.tsv says what each means.</summary>
internal static class Weights
{
    private static readonly FrozenDictionary<string, double> ByName = LedgerKnowledge.Rows("weights.tsv")
        .ToFrozenDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public static readonly double Least = Of("least");

    public static readonly double PartiesEqual = Of("parties.equal");
    public static readonly double PartiesAlike = Of("parties.alike");
    public static readonly double PartiesMost = Of("parties.most");
    public static readonly double PartiesOne = Of("parties.one");
    public static readonly double PartiesNone = Of("parties.none");

    public static readonly double TruceArea = Of("truce.area");
    public static readonly double TruceWithin = Of("truce.within");
    public static readonly double TruceGroup = Of("truce.group");
    public static readonly double TruceTopic = Of("truce.topic");
    public static readonly double TruceParties = Of("truce.parties");

    public static readonly double Told = Of("told");

    public static readonly double DateDay = Of("date.day");
    public static readonly double DateDays = Of("date.days");
    public static readonly double DateWeek = Of("date.week");
    public static readonly double DateMonth = Of("date.month");
    public static readonly double DateOpen = Of("date.open");
    public static readonly double DateSlip = Of("date.slip");
    public static readonly double DateRun = Of("date.run");
    public static readonly double DateShift = Of("date.shift");

    public static readonly double StepTold = Of("step.told");
    public static readonly double KindSame = Of("kind.same");
    public static readonly double KindOther = Of("kind.other");
    public static readonly double KindPause = Of("kind.pause");
    public static readonly double PersonSame = Of("person.same");
    public static readonly double TopicSame = Of("topic.same");
    public static readonly double TopicOther = Of("topic.other");
    public static readonly double PlaceSame = Of("place.same");
    public static readonly double PlaceWithin = Of("place.within");
    public static readonly double PlaceCountry = Of("place.country");
    public static readonly double PlaceOther = Of("place.other");

    private static double Of(string name) => ByName.TryGetValue(name, out var weight)
        ? weight
        : throw new FormatException($"weights.tsv does not say what {name} weighs.");
}
