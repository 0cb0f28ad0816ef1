using System.Text;
using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>Lets outlets report what happens in a world: each skips steps, words them in its own way, and is more or less quick.</summary>
/// <param name="knowledge">Outlets, wordings.</param>
/// <param name="dice">Chance.</param>
internal sealed class Reporter(StoryKnowledge knowledge, Dice dice)
{
    private const double ReportsAStep = 0.39;
    private const double TellsAnotherToo = 0.22;
    private const double RecallsOne = 0.25;
    private const double HasADateline = 0.4;
    private const double HasAFiller = 0.35;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(20);
    private static readonly TimeSpan Past = TimeSpan.FromDays(10);
    private readonly Wording wording = new(knowledge, dice);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The articles on some storylines, in the order of arrival.</summary>
    public IReadOnlyList<StoryArticle> Report(IReadOnlyList<Storyline> storylines)
    {
        var outlets = dice.Some(knowledge.Outlets, dice.Number(3, 6));
        var articles = new List<StoryArticle>();
        foreach (var storyline in storylines)
        {
            var first = storyline.Events.SelectMany(e => e.Steps).Max(s => s.At) - TimeSpan.FromDays(35);
            foreach (var happened in storyline.Events)
                foreach (var step in happened.Steps.Where(s => s.At > first))
                    foreach (var outlet in Reporting(outlets))
                        articles.Add(Write(storylines, storyline, outlet, happened, step, step.At + Delay(), byDate: false));
            foreach (var late in storyline.LateReports)
                articles.Add(Write(storylines, storyline, dice.Pick(outlets), late.Event, late.Step, late.At, byDate: true));
        }

        return [.. articles.OrderBy(a => a.Article.ReceivedAt).ThenBy(a => a.Article.Id, StringComparer.Ordinal)];
    }

    /// <summary>Every step is told by someone: a truce whose end nobody told has not ended for a reader.</summary>
    private IReadOnlyList<Outlet> Reporting(IReadOnlyList<Outlet> outlets)
    {
        var some = outlets.Where(_ => dice.Chance(ReportsAStep)).ToList();
        return some.Count > 0 ? some : [dice.Pick(outlets)];
    }

    private TimeSpan Delay() => TimeSpan.FromMinutes(dice.Chance(0.85) ? dice.Number(15, 150) : dice.Number(150, 600));

    private TimeSpan OnTheWay() => TimeSpan.FromMinutes(dice.Number(0, 99) switch
    {
        < 80 => dice.Number(1, 30),
        < 92 => dice.Number(30, 720),
        < 97 => dice.Number(720, 1400),
        _ => dice.Number(1500, 2880),
    });

    private StoryArticle Write(
        IReadOnlyList<Storyline> all, Storyline storyline, Outlet outlet, TrueEvent happened, TrueStep step, DateTime at, bool byDate)
    {
        var published = new DateTimeOffset(at).ToOffset(outlet.Offset);
        var told = DateOnly.FromDateTime(published.DateTime);
        var text = new StringBuilder();
        var sentences = new List<StorySentence>();
        if (dice.Chance(HasADateline) && (happened.Parties[0].Capital ?? happened.Parties[1].Capital) is { } town)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{town.ToUpperInvariant()}, {told:MMMM d} ({outlet.Name}) - ");
        Add(happened, step, background: false);
        if (dice.Chance(HasAFiller)) AddFiller();
        if (dice.Chance(TellsAnotherToo) && Another(all, storyline, happened, at) is { } other) Add(other.Event, other.Step, background: false);
        else if (dice.Chance(RecallsOne) && Remembered(storyline, happened, at) is { } past) Add(past.Event, past.Step, background: true);
        if (dice.Chance(HasAFiller)) AddFiller();

        var name = $"{storyline.Id}/{outlet.Slug}";
        var number = numbers[name] = numbers.GetValueOrDefault(name) + 1;
        return new StoryArticle(
            new Article
            {
                Id = $"{name}-{number}",
                Text = text.ToString(),
                Outlet = outlet.Name,
                PublishedAt = published,
                PublishedBasis = PublishedBasis.Given,
                ReceivedAt = new DateTimeOffset(at) + OnTheWay(),
                Intake = Intake.Live,
            },
            sentences);

        void Add(TrueEvent what, TrueStep which, bool background)
        {
            var (sentence, day) = wording.Tell(what, which, told, background, byDate);
            Append(sentence, what, which, background, day);
        }

        void AddFiller() => Append(wording.Filler(happened), null, null, background: false, null);

        void Append(string sentence, TrueEvent? what, TrueStep? which, bool background, DateOnly? day)
        {
            if (sentences.Count > 0) text.Append(' ');
            sentences.Add(new StorySentence(text.Length, text.Length + sentence.Length, sentence, what, which, background, day));
            text.Append(sentence);
        }
    }

    /// <summary>What else is news just now: the latest step of another event, mostly of the same storyline.</summary>
    private (TrueEvent Event, TrueStep Step)? Another(IReadOnlyList<Storyline> all, Storyline storyline, TrueEvent happened, DateTime at)
    {
        var pool = dice.Chance(0.3) ? all.SelectMany(s => s.Events) : storyline.Events;
        var news = pool.Where(e => e != happened)
            .Select(e => (Event: e, Step: e.Steps.LastOrDefault(s => s.At <= at)!))
            .Where(e => e.Step is not null && at - e.Step.At <= Recent)
            .ToList();
        return news.Count == 0 ? null : dice.Pick(news);
    }

    /// <summary>What was over long before, or has held since.</summary>
    private (TrueEvent Event, TrueStep Step)? Remembered(Storyline storyline, TrueEvent happened, DateTime at)
    {
        var past = storyline.Events
            .Select(e => (Event: e, Step: e.Steps.LastOrDefault(s => at - s.At > Past)!))
            .Where(e => e.Step is not null && (e.Event != happened
                ? e.Step.Status == EntryStatus.Held && e.Event.Steps[^1] == e.Step
                : e is { Event.Form: "ceasefire", Step.Status: EntryStatus.InForce, Step.Wording: "in_force" }))
            .ToList();
        return past.Count == 0 ? null : dice.Pick(past);
    }
}
