using static Parley.Contracts.EntryStatus;

namespace Parley.Tests.Stories;

/// <summary>Stories of ceasefires.</summary>
internal static class TruceShapes
{
    public static IReadOnlyList<Shape> All { get; } =
    [
        new("truce called for, agreed, broken", 6, true, false, Full),
        new("unilateral truce and a new one", 5, true, false, UnilateralAndNew),
        new("truce extended twice", 4, true, false, ExtendedTwice),
        new("truce proposed and rejected", 4, true, false, ProposedAndRejected),
        new("truce negotiated", 4, true, false, Negotiated),
        new("truce left by a party", 4, true, false, Left),
        new("truce with a day to begin", 4, true, false, WithADay),
        new("old truce breached", 3, true, false, OldTruce),
        new("truce holds and expires", 3, true, false, HoldsAndExpires),
    ];

    private static void Full(Plot p)
    {
        var truce = p.Truce().Then(CalledFor, p.At(0, 0), p.Day(0));
        if (p.Dice.Chance(0.6)) truce.Then(Proposed, p.At(2, 0), p.Day(2));
        truce.Then(Agreed, p.At(4, 1), p.Day(4)).Then(InForce, p.At(5, 0), p.Day(5)).Then(Violated, p.At(8, 1), p.Day(8));
        if (p.Dice.Chance(0.6)) truce.Then(Collapsed, p.At(13, 1), p.Day(13));
    }

    private static void UnilateralAndNew(Plot p)
    {
        var truce = p.Truce("unilateral").Then(Agreed, p.At(0, 0), p.Day(0)).Then(InForce, p.At(1, 0), p.Day(1));
        if (p.Dice.Chance(0.5)) truce.Then(Violated, p.At(4, 1), p.Day(4));
        truce.Then(Collapsed, p.At(7, 1), p.Day(7));
        p.Truce().Then(CalledFor, p.At(17, 0), p.Day(17)).Then(Agreed, p.At(20, 1), p.Day(20)).Then(InForce, p.At(21, 0), p.Day(21));
    }

    private static void ExtendedTwice(Plot p) => p.Truce()
        .Then(Agreed, p.At(0, 1), p.Day(0)).Then(InForce, p.At(1, 0), p.Day(1)).Then(Extended, p.At(8, 1), p.Day(8)).Then(Extended, p.At(15, 1), p.Day(15));

    private static void ProposedAndRejected(Plot p) =>
        p.Truce().Then(Proposed, p.At(0, 0), p.Day(0)).Then(Rejected, p.At(2, 1), p.Day(2), byOther: true);

    private static void Negotiated(Plot p)
    {
        var truce = p.Truce();
        p.Talks("negotiation").Then(UnderWay, p.At(1, 0), p.Day(1)).Then(Held, p.At(1, 2), p.Day(1));
        truce.Then(UnderNegotiation, p.At(0, 0), p.Day(0)).Then(Agreed, p.At(3, 1), p.Day(3)).Then(InForce, p.At(4, 0), p.Day(4));
    }

    private static void Left(Plot p) => p.Truce()
        .Then(Agreed, p.At(0, 1), p.Day(0)).Then(InForce, p.At(1, 0), p.Day(1)).Then(Violated, p.At(5, 1), p.Day(5)).Then(Suspended, p.At(7, 1), p.Day(7));

    private static void WithADay(Plot p)
    {
        var day = p.Dice.Number(2, 5);
        p.Truce().Then(Agreed, p.At(0, 1), p.Day(0), "agreed-from", p.Day(day)).Then(InForce, p.At(day, 0), p.Day(day)).Then(Violated, p.At(day + 3, 1), p.Day(day + 3));
    }

    private static void OldTruce(Plot p)
    {
        var past = -p.Dice.Number(40, 85);
        p.Truce().Then(InForce, p.At(past, 0), p.Day(past)).Then(Violated, p.At(0, 1), p.Day(0)).Then(Collapsed, p.At(4, 1), p.Day(4));
    }

    private static void HoldsAndExpires(Plot p) => p.Truce()
        .Then(InForce, p.At(0, 0), p.Day(0)).Then(InForce, p.At(2, 1), p.Day(2), "holds").Then(Collapsed, p.At(10, 1), p.Day(10));
}
