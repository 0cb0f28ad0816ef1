using System.Text;
using System.Text.RegularExpressions;
using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>Fills a wording of Data/wordings.txt with names, days and places.</summary>
/// <param name="knowledge">Wordings and names.</param>
/// <param name="dice">Chance.</param>
internal sealed partial class Wording(StoryKnowledge knowledge, Dice dice)
{
    private const double DayLeftOut = 0.12;

    /// <summary>One sentence that tells of a step, and the day of the event that it names.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="step">The step.</param>
    /// <param name="told">The day of publication where the outlet is.</param>
    /// <param name="background">It is told as past.</param>
    /// <param name="byDate">No weekday: it would be taken for another week's.</param>
    public (string Text, DateOnly? Day) Tell(TrueEvent happened, TrueStep step, DateOnly told, bool background, bool byDate)
    {
        var heading = $"{WireWord.Of(happened.Type)} {happened.Form} {(background ? "background" : step.Wording)}";
        var leaveOut = !background && MayLeaveOut(happened, step, told) && dice.Chance(DayLeftOut);
        var (first, second) = step.ByOther || (IsMutual(happened, step) && dice.Chance(0.5)) ? (1, 0) : (0, 1);
        var wordings = knowledge.Wordings[heading].Where(w => Suits(w, happened, step, leaveOut, told)).ToList();
        if (wordings.Count == 0) throw new InvalidOperationException($"No wording suits {heading} of {happened.Parties[0].Name} and {happened.Parties[^1].Name}.");
        DateOnly? named = null;
        var withPlace = happened.Place is not null && dice.Chance(0.6);
        var text = Slot().Replace(dice.Pick(wordings), slot => Fill(slot.Groups[1].Value));
        return (Capitalised(text), named);

        string Fill(string slot)
        {
            switch (slot)
            {
                case "day" when leaveOut || step.Day is null: return "";
                case "day" or "theday": return DayWords.Phrase((named = step.Day)!.Value, told, IsAhead(step), byDate, dice);
                case "Day": return DayWords.Word((named = step.Day)!.Value, told, IsAhead(step), byDate, dice);
                case "new": return DayWords.Phrase((named = step.New)!.Value, told, ahead: true, byDate, dice);
                case "New": return DayWords.Word((named = step.New)!.Value, told, ahead: true, byDate, dice);
                case "Date": return DayWords.Date((named = step.Day)!.Value, told, dice);
                case "said": return dice.Chance(0.35) ? Said(step, told) : "";
                case "place": return withPlace ? happened.Place! : "";
                case "area": return happened.Area is not null && dice.Chance(0.7) ? happened.Area : "";
                case "list": return List([.. happened.Parties.Select(p => p.Name)]);
                case "M": return Mediator(happened);
                default: return Name(happened.Parties[slot[0] == 'A' ? first : second], slot.Length > 2 ? slot[2..] : "", happened.Year);
            }
        }
    }

    /// <summary>A sentence that tells of no event.</summary>
    public string Filler(TrueEvent near)
    {
        var year = near.Year;
        var fillers = knowledge.Fillers.Where(f => AreKnown(f, near, year)).ToList();
        return Capitalised(Slot().Replace(dice.Pick(fillers), slot => Name(near.Parties[slot.Groups[1].Value[0] == 'A' ? 0 : 1], slot.Groups[1].Value.Length > 2 ? slot.Groups[1].Value[2..] : "name", year)));
    }

    /// <summary>What both sides do may be told from either.</summary>
    private static bool IsMutual(TrueEvent happened, TrueStep step) =>
        happened.Form is not ("visit" or "unilateral") && step.Status is not (EntryStatus.Proposed or EntryStatus.Rejected);

    private static bool MayLeaveOut(TrueEvent happened, TrueStep step, DateOnly told) =>
        happened.Type == EntryType.Ceasefire
        || (happened.DayMayBeLeftOut && (step.Status is not (EntryStatus.Held or EntryStatus.UnderWay or EntryStatus.Suspended) || step.Day == told));

    private static bool IsAhead(TrueStep step) => step.Status is EntryStatus.Planned or EntryStatus.Proposed or EntryStatus.Postponed or EntryStatus.Cancelled;

    private static bool Suits(string wording, TrueEvent happened, TrueStep step, bool leaveOut, DateOnly told)
    {
        if (leaveOut && (wording.Contains("{Day}", StringComparison.Ordinal) || wording.Contains("{theday}", StringComparison.Ordinal))) return false;
        // Of two events that lie near one another the day must be told, wherever there is one.
        if (!leaveOut && !happened.DayMayBeLeftOut && step.Day is { } day && (IsAhead(step) || day != told)
            && !NamesTheDay().IsMatch(wording) && step.Status != EntryStatus.Proposed) return false;
        return (happened.Mediator is not null || !wording.Contains("{M}", StringComparison.Ordinal)) && AreKnown(wording, happened, happened.Year);
    }

    private static bool AreKnown(string wording, TrueEvent happened, int year) => Slot().Matches(wording).All(slot => slot.Groups[1].Value switch
    {
        "A.person" or "B.person" => happened.Parties.Take(2).All(p => p.PersonIn(year) is not null),
        "A.capital" or "B.capital" => happened.Parties.Take(2).All(p => p.Capital is not null),
        _ => true,
    });

    private string Name(Actor actor, string form, int year) => form switch
    {
        "name" => actor.Name,
        "adj" => actor.Adjective,
        "capital" => actor.Capital!,
        "gov" => actor.Government,
        "person" => Official(actor, actor.PersonIn(year)!),
        _ => dice.Number(0, 9) switch { < 5 => actor.Name, < 7 => actor.Capital ?? actor.Name, _ => actor.Government },
    };

    private string Official(Actor actor, Person person)
    {
        if (person.Office == "King") return $"{actor.Name}'s {person.Office} {person.Name}";
        return dice.Number(0, 9) switch
        {
            < 7 => $"{actor.Adjective} {person.Office} {person.Name}",
            < 9 when !actor.Name.EndsWith('s') => $"{actor.Name}'s {person.Office} {person.Name}",
            _ when person.Office[0] != 'l' && person.Office[0] != 'c' => $"{person.Office} {person.Name} of {actor.Name}",
            _ => $"{actor.Adjective} {person.Office} {person.Name}",
        };
    }

    private string Mediator(TrueEvent happened) => dice.Number(0, 9) switch
    {
        < 3 => "the United Nations",
        < 7 => happened.Mediator!.Name,
        _ => happened.Mediator!.Government,
    };

    private string Said(TrueStep step, DateOnly told)
    {
        var day = DateOnly.FromDateTime(step.At);
        return DayWords.Phrase(day > told ? told : day, told, ahead: false, byDate: false, dice);
    }

    private static string List(IReadOnlyList<string> names) => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string Capitalised(string text) => new StringBuilder(text) { [0] = char.ToUpperInvariant(text[0]) }.ToString();

    [GeneratedRegex(@"\{([A-Za-z.]+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\{(day|theday|Day|Date)\}")]
    private static partial Regex NamesTheDay();
}
