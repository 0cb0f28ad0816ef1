using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>A storyline in the making. Days are counted from its first.</summary>
/// <param name="id">The storyline's.</param>
/// <param name="cast">Who takes part.</param>
/// <param name="from">Its first day.</param>
/// <param name="dice">Chance.</param>
internal sealed class Plot(string id, Cast cast, DateOnly from, Dice dice)
{
    private readonly List<TrueEvent> events = [];
    private readonly List<LateReport> late = [];

    public Cast Cast => cast;

    public Dice Dice => dice;

    /// <summary>Both speak through persons who are known by name, and can be visited.</summary>
    public bool HasPeople => HaveNames([cast.First, cast.Second]);

    public DateOnly Day(int number) => from.AddDays(number);

    /// <summary>A moment of a day.</summary>
    /// <param name="day">Which.</param>
    /// <param name="part">Of the day: morning (0), noon (1), evening (2).</param>
    public DateTime At(int day, int part) => Day(day).ToDateTime(new TimeOnly(8 + (3 * part), dice.Number(0, 50)), DateTimeKind.Utc);

    /// <summary>Talks of the cast, or of others; a visit or call of those of whom nobody is known by name is a meeting.</summary>
    public TrueEvent Talks(string form, params Actor[] parties)
    {
        if (parties.Length == 0) parties = [cast.First, cast.Second];
        if (form is "visit" or "call" && !HaveNames(parties)) form = "meeting";
        var place = form switch
        {
            "call" or "process" => null,
            "visit" => parties[1].Capital,
            "negotiation" => dice.Pick(cast.Grounds),
            _ => dice.Pick([.. cast.Grounds, .. parties.Take(2).Select(p => p.Capital).OfType<string>()]),
        };
        // What is beside a summit is in its town.
        var where = form == "beside" ? events[^1].Place : place is null ? null : $" in {place}";
        return Add(new TrueEvent($"{id}:{events.Count}", EntryType.Talks, form, parties, where, cast.Area, from.Year, cast.Mediator));
    }

    /// <summary>A ceasefire of the cast.</summary>
    public TrueEvent Truce(string form = "ceasefire") =>
        Add(new TrueEvent($"{id}:{events.Count}", EntryType.Ceasefire, form, [cast.First, cast.Second], $" in {dice.Pick(cast.Grounds)}", cast.Area, from.Year, cast.Mediator));

    /// <summary>An outlet tells the step again, too late.</summary>
    public void Late(TrueEvent happened, int step, DateTime at) => late.Add(new LateReport(happened, happened.Steps[step], at));

    public Storyline Tell(string shape) => new(id, shape, [.. events.Where(e => e.Steps.Count > 0)], late);

    private bool HaveNames(Actor[] parties) => Array.TrueForAll(parties, p => p.PersonIn(from.Year) is not null && p.Capital is not null);

    private TrueEvent Add(TrueEvent happened)
    {
        events.Add(happened);
        return happened;
    }
}
