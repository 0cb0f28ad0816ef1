using Parley.Contracts;
using Parley.Tests;

namespace Parley.Extraction.Tests.Showcase;

/// <summary>The ledger of each story of seeds/ holds what its expected.json requires, and besides it nothing but what that lists as optional.</summary>
public sealed class The_sample_dispatches
{
    public static TheoryData<string> Stories => [.. Story.Names];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Hold_exactly_what_they_are_expected_to(string story) => Gaps(story).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Stories))]
    public void Hold_nothing_twice(string story)
    {
        var ledger = Story.Ledger(story);

        ledger.SelectMany((a, i) => ledger.Skip(i + 1).Where(b => SameEvent(a, b)).Select(b => $"{a.Id} {b.Id}")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Gaps(string story)
    {
        var left = Story.Ledger(story).ToList();
        foreach (var expected in ExpectedEntry.Read(Path.Combine(Seeds.Folder, story, "expected.json")))
        {
            var found = left.Find(expected.Is);
            if (found is not null)
                left.Remove(found);
            else if (!expected.Optional)
                yield return $"missing {expected.Key}";
        }

        foreach (var entry in left)
            yield return $"extra {WireWord.Of(entry.Type)} {WireWord.Of(entry.Status)} {string.Join('+', entry.Participants.Select(p => p.Id))} {entry.Start:yyyy-MM-dd} in {entry.History[0].Article.Split('/')[1]}";
    }

    private static bool SameEvent(Entry a, Entry b) => a.Type == b.Type
        && a.Participants.Select(p => p.Id).ToHashSet().SetEquals(b.Participants.Select(p => p.Id))
        && (a.Kind == b.Kind || (a.Kind != EntryKind.Call && b.Kind != EntryKind.Call))
        && a.Start is not null && b.Start is not null
        && a.Start <= (b.End ?? b.Start) && b.Start <= (a.End ?? a.Start);
}
