using Parley.Contracts;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Short ways to read a text in tests.</summary>
internal static class Read
{
    // A Wednesday.
    public static readonly DateTimeOffset Published = new(2002, 3, 6, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Mention> Mentions(string text) => Analyzer.Default.Analyze(new ArticleText(text, null, Published)).Mentions;

    public static Mention One(string text) => Mentions(text).ShouldHaveSingleItem();

    public static IEnumerable<string> Ids(this Mention mention, ParticipantRole role = ParticipantRole.Party) =>
        mention.Participants.Where(p => p.Role == role).Select(p => p.Id);

    public static string Word(this EntryStatus status) => WireWord.Of(status);
}
