using static Parley.Contracts.EntryStatus;

namespace Parley.Tests.Stories;

/// <summary>Stories of talks.</summary>
internal static class TalksShapes
{
    private static readonly string[] Forms = ["visit", "meeting", "negotiation"];

    public static IReadOnlyList<Shape> All { get; } =
    [
        new("planned and held", 5, false, false, p => PlannedAndHeld(p)),
        new("put off", 4, false, false, PutOff),
        new("put off to a day", 3, false, false, PutOffToADay),
        new("slips by a day", 3, false, true, Slips),
        new("second round", 4, false, false, SecondRound),
        new("call instead of a visit", 3, false, true, CallInstead),
        new("call beside a visit", 3, false, true, CallBeside),
        new("broken off and resumed", 4, false, false, BrokenOffAndResumed),
        new("meeting beside a summit", 3, false, true, BesideASummit),
        new("proposed and rejected", 3, false, false, ProposedAndRejected),
        new("cancelled", 3, false, false, Cancelled),
        new("told late", 3, false, false, ToldLate),
        new("recalled", 3, false, false, Recalled),
        new("running negotiation", 3, true, false, Running),
        new("shuttle", 3, true, false, Shuttle),
    ];

    /// <summary>Small ones that distract from others.</summary>
    public static IReadOnlyList<Shape> Brief { get; } =
    [
        new("a meeting", 3, false, false, p => Meet(p, p.Talks(p.Dice.Pick(["visit", "meeting"])), p.Dice.Number(1, 8))),
        new("a call", 2, false, true, p => Meet(p, p.Talks("call"), p.Dice.Number(1, 8))),
        new("a visit planned and held", 3, false, false, p => PlannedAndHeld(p)),
        new("a visit cancelled", 1, false, false, Cancelled),
        new("a visit put off", 1, false, false, PutOff),
    ];

    private static void Meet(Plot p, TrueEvent talks, int day) => talks.Then(Held, p.At(day, 2), p.Day(day));

    private static (TrueEvent Talks, int Day) PlannedAndHeld(Plot p, string? form = null, int after = 0)
    {
        var talks = p.Talks(form ?? p.Dice.Pick(Forms));
        var plan = after;
        if (p.Dice.Chance(0.25)) talks.Then(Proposed, p.At(plan, 0), null);
        if (talks.Steps.Count > 0) plan += p.Dice.Number(1, 3);
        var day = plan + p.Dice.Number(1, 9);
        talks.Then(Planned, p.At(plan, 1), p.Day(day));
        if (p.Dice.Chance(0.4)) talks.Then(UnderWay, p.At(day, 0), p.Day(day));
        talks.Then(Held, p.At(day, 2), p.Day(day));
        return (talks, day);
    }

    private static void PutOff(Plot p)
    {
        var talks = p.Talks(p.Dice.Pick(Forms));
        var (day, later) = (p.Dice.Number(2, 6), p.Dice.Number(4, 10));
        talks.Then(Planned, p.At(0, 0), p.Day(day)).Then(Postponed, p.At(day - p.Dice.Number(0, 1), 0), p.Day(day));
        if (p.Dice.Chance(0.3)) return;
        talks.Then(Planned, p.At(day + 1, 1), p.Day(day + later)).Then(Held, p.At(day + later, 2), p.Day(day + later));
        talks.DayMayBeLeftOut = false;
    }

    private static void PutOffToADay(Plot p)
    {
        var talks = p.Talks(p.Dice.Pick(Forms));
        var (day, later) = (p.Dice.Number(2, 6), p.Dice.Number(2, 6));
        talks.Then(Planned, p.At(0, 0), p.Day(day)).Then(Postponed, p.At(day - 1, 1), p.Day(day), "postponed-until", p.Day(day + later))
            .Then(Held, p.At(day + later, 2), p.Day(day + later)).DayMayBeLeftOut = false;
    }

    private static void Slips(Plot p)
    {
        var talks = p.Talks("visit");
        var day = p.Dice.Number(2, 6);
        talks.Then(Planned, p.At(0, 0), p.Day(day));
        if (p.Dice.Chance(0.5)) talks.Then(Planned, p.At(day - 1, 1), p.Day(day + 1));
        talks.Then(Held, p.At(day + 1, 2), p.Day(day + 1)).DayMayBeLeftOut = false;
    }

    private static void SecondRound(Plot p)
    {
        var (first, day) = PlannedAndHeld(p, "negotiation");
        var second = p.Talks("negotiation");
        var next = day + p.Dice.Number(6, 13);
        second.Then(Planned, p.At(day + 1, 1), p.Day(next)).Then(Held, p.At(next, 2), p.Day(next));
        first.DayMayBeLeftOut = second.DayMayBeLeftOut = false;
    }

    private static void CallInstead(Plot p)
    {
        var (visit, call) = (p.Talks("visit"), p.Talks("call"));
        var day = p.Dice.Number(2, 6);
        visit.Then(Planned, p.At(0, 0), p.Day(day)).Then(Postponed, p.At(day, 0), p.Day(day));
        call.Then(Held, p.At(day, 1), p.Day(day));
        visit.DayMayBeLeftOut = call.DayMayBeLeftOut = false;
    }

    private static void CallBeside(Plot p)
    {
        var (visit, day) = PlannedAndHeld(p, "visit");
        var call = p.Talks("call").Then(Held, p.At(day, 1), p.Day(day));
        visit.DayMayBeLeftOut = call.DayMayBeLeftOut = false;
    }

    private static void BrokenOffAndResumed(Plot p)
    {
        var (round, next) = (p.Talks("negotiation"), p.Talks("negotiation"));
        var day = p.Dice.Number(2, 5);
        round.Then(Planned, p.At(0, 0), p.Day(day)).Then(UnderWay, p.At(day, 0), p.Day(day)).Then(Suspended, p.At(day, 2), p.Day(day));
        var again = day + p.Dice.Number(6, 12);
        next.Then(Planned, p.At(day + 2, 1), p.Day(again), "to_resume").Then(UnderWay, p.At(again, 0), p.Day(again), "resumed").Then(Held, p.At(again, 2), p.Day(again));
        round.DayMayBeLeftOut = next.DayMayBeLeftOut = false;
    }

    private static void BesideASummit(Plot p)
    {
        var third = p.Dice.Pick(StoryKnowledge.Default.Neighbours.Where(n => n.Id != p.Cast.First.Id && n.Id != p.Cast.Second.Id).ToList());
        var summit = p.Talks("summit", p.Cast.First, p.Cast.Second, third);
        var day = p.Dice.Number(3, 7);
        summit.Then(Planned, p.At(0, 0), p.Day(day)).Then(Held, p.At(day, 2), p.Day(day));
        var beside = p.Talks("beside").Then(Held, p.At(day, 1), p.Day(day));
        summit.DayMayBeLeftOut = beside.DayMayBeLeftOut = false;
    }

    private static void ProposedAndRejected(Plot p)
    {
        var day = p.Dice.Number(1, 3);
        p.Talks("meeting").Then(Proposed, p.At(0, 0), null).Then(Rejected, p.At(day, 1), null, byOther: true);
    }

    private static void Cancelled(Plot p)
    {
        var day = p.Dice.Number(2, 7);
        p.Talks(p.Dice.Pick(Forms)).Then(Planned, p.At(0, 0), p.Day(day)).Then(Contracts.EntryStatus.Cancelled, p.At(day - 1, 1), p.Day(day));
    }

    private static void ToldLate(Plot p)
    {
        var (talks, day) = PlannedAndHeld(p);
        p.Late(talks, talks.Steps.FindIndex(s => s.Status == Planned), p.At(day + 1, p.Dice.Number(0, 2)));
    }

    private static void Recalled(Plot p)
    {
        var past = -p.Dice.Number(40, 200);
        Meet(p, p.Talks("meeting"), past);
        PlannedAndHeld(p);
    }

    private static void Running(Plot p)
    {
        var talks = p.Talks("process").Then(UnderWay, p.At(0, 0), null);
        talks.Then(UnderWay, p.At(p.Dice.Number(2, 4), 0), null).Then(UnderWay, p.At(p.Dice.Number(6, 9), 0), null);
        if (p.Dice.Chance(0.6)) talks.Then(Suspended, p.At(p.Dice.Number(11, 14), 0), null);
    }

    private static void Shuttle(Plot p)
    {
        var mediator = p.Cast.Mediator!;
        var (one, other) = (p.Talks("visit", mediator, p.Cast.First), p.Talks("visit", mediator, p.Cast.Second));
        var day = p.Dice.Number(2, 5);
        one.Then(Planned, p.At(0, 0), p.Day(day)).Then(Held, p.At(day, 1), p.Day(day));
        other.Then(Held, p.At(day + 1, 1), p.Day(day + 1));
    }
}
