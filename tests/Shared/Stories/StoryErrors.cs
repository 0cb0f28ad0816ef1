using System.Globalization;
using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>Words for what went wrong.</summary>
internal static class StoryErrors
{
    public static string Heading(StorySentence? sentence) => sentence switch
    {
        null => "-",
        { Event: { } happened, Step: { } step } => $"{WireWord.Of(happened.Type)} {happened.Form} {(sentence.Background ? "background" : step.Wording)}",
        _ => "filler",
    };

    public static string Quote(StoryArticle article, StorySentence? sentence) =>
        string.Create(CultureInfo.InvariantCulture, $"{article.Article.Id} {article.Article.PublishedAt:ddd yyyy-MM-dd HH:mm} “{sentence?.Text ?? article.Article.Text}”");

    public static string Told(LedgerChange change) =>
        $"{WireWord.Of(change.Kind)}{(change.News ? " (news)" : "")} {(change.Before is { } before ? WireWord.Of(before.Status) : "")} > {Told(change.After)}";

    public static string Told(Entry entry)
    {
        var parties = string.Join('+', entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => p.Id));
        var steps = string.Join(", ", entry.History.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.PublishedAt:MM-dd} {WireWord.Of(h.Status)}{(h.Background ? " (background)" : "")}")));
        return string.Create(CultureInfo.InvariantCulture, $"{WireWord.Of(entry.Kind)} {WireWord.Of(entry.Status)} {parties} {entry.Place?.Name} {entry.Start:yyyy-MM-dd} [{steps}]");
    }
}
