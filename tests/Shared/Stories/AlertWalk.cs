using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>Walks the articles of a world in the order of arrival and holds the alerts against what was worth one; <see cref="AlertScore"/> says what is.</summary>
/// <param name="world">The world.</param>
/// <param name="errors">Takes what is wrong.</param>
internal sealed class AlertWalk(ReadWorld world, List<StoryError> errors)
{
    private static readonly TimeSpan FreshOnArrival = TimeSpan.FromDays(1);
    private readonly Dictionary<TrueEvent, (TrueStep Step, DateOnly? Day)> told = [];

    // What is due and was not raised so far.
    private readonly Dictionary<(TrueEvent Event, TrueStep Step), StoryError> open = [];

    /// <summary>Scores a ledger.</summary>
    public AlertScore Score(TakeIn ledger)
    {
        var score = default(AlertScore);
        foreach (var article in world.World.Articles)
        {
            var due = article.Sentences.Where(s => IsDue(article, s)).ToList();
            var changes = ledger(world.Of(article), article.Article.ReceivedAt);
            foreach (var sentence in due) open[(sentence.Event!, sentence.Step!)] = MissedAlert(changes, article, sentence);
            foreach (var alert in changes.Where(c => c.News))
                if (Answered(alert, article) is not { } step || !open.Remove(step))
                {
                    score += new AlertScore(0, 1, 0, 0);
                    errors.Add(FalseAlert(alert, article, due));
                }

            score += new AlertScore(changes.Count(c => c.News), 0, due.Count, 0);
        }

        errors.AddRange(open.Values);
        return score + new AlertScore(0, 0, 0, open.Count);
    }

    private bool IsDue(StoryArticle article, StorySentence sentence)
    {
        if (sentence is not { Event: { } happened, Step: { } step, Background: false }) return false;
        var known = told.TryGetValue(happened, out var latest);
        if (known && step.Index < latest.Step.Index) return false;
        told[happened] = (step, sentence.Day ?? latest.Day);
        return article.Article.ReceivedAt - article.Article.PublishedAt <= FreshOnArrival
            && (!known || step.Status != latest.Step.Status || Moves(sentence, step, latest.Day));
    }

    private static bool Moves(StorySentence sentence, TrueStep step, DateOnly? before) =>
        step.Status == EntryStatus.Planned && sentence.Day is { } day && before is { } old && day != old;

    /// <summary>The step that an alert rightly tells; null where it does not.</summary>
    private (TrueEvent Event, TrueStep Step)? Answered(LedgerChange alert, StoryArticle article) =>
        alert.Cause is { } cause && cause.Article == article.Article.Id
        && article.Of(cause.Evidence) is { Event: { } happened, Step: { } step, Background: false }
        && alert.After.Status == step.Status && Subject(alert.After) == happened
            ? (happened, step)
            : null;

    /// <summary>The event that most steps of an entry are of.</summary>
    private TrueEvent? Subject(Entry entry) => entry.History
        .Select(h => world.Behind(h.Article, h.Evidence)?.Event)
        .OfType<TrueEvent>()
        .CountBy(e => e)
        .MaxBy(e => e.Value).Key;

    private StoryError FalseAlert(LedgerChange alert, StoryArticle article, List<StorySentence> due)
    {
        var sentence = alert.Cause is { } cause ? world.Behind(cause.Article, cause.Evidence) : null;
        var reason = sentence switch
        {
            null => $"{WireWord.Of(alert.Kind)} without a cause",
            { Event: null } => "a sentence that tells nothing",
            { Background: true } => "background",
            _ when sentence.Step!.Status != alert.After.Status => $"read as {WireWord.Of(alert.After.Status)}",
            _ when Subject(alert.After) != sentence.Event => "another event's entry",
            _ when due.Contains(sentence) => "twice",
            _ when alert.Kind is ChangeKind.New or ChangeKind.Split => "known already, but a new entry",
            _ => $"known already ({WireWord.Of(alert.Kind)})",
        };
        return new StoryError("false alert", reason, Shape(sentence), StoryErrors.Heading(sentence), $"{StoryErrors.Quote(article, sentence)}\n    alert: {StoryErrors.Told(alert)}");
    }

    private StoryError MissedAlert(IReadOnlyList<LedgerChange> changes, StoryArticle article, StorySentence sentence)
    {
        var mentions = world.In(article, sentence).ToList();
        var reason = mentions switch
        {
            [] => "no mention",
            _ when mentions.TrueForAll(m => m.Mention.Background) => "read as background",
            _ when mentions.TrueForAll(m => m.Mention.Status != sentence.Step!.Status) => $"read as {WireWord.Of(mentions[0].Mention.Status)}",
            _ => "joined elsewhere, or an older step",
        };
        var came = string.Join("; ", changes.Select(StoryErrors.Told));
        return new StoryError("missed alert", reason, Shape(sentence), StoryErrors.Heading(sentence), $"{StoryErrors.Quote(article, sentence)}\n    changes: {came}");
    }

    private string Shape(StorySentence? sentence) => sentence?.Event is { } happened ? world.Shapes[happened.Id] : "-";
}
