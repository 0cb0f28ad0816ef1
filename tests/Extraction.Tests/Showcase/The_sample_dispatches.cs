using Parley.Contracts;
using Parley.Tests;

namespace Parley.Extraction.Tests.Showcase;

/// <summary>What is found in the stories of seeds/ stays found, and what is not yet right is known by name, in known-gaps.txt.</summary>
public sealed class The_sample_dispatches
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Showcase");

    public static TheoryData<string> Stories => [.. Story.Names];

    [Fact]
    public void Hold_what_they_are_expected_to_but_for_the_known_gaps()
    {
        var known = File.ReadAllLines(Path.Combine(Folder, "known-gaps.txt")).Where(line => line.Length > 0 && line[0] != '#');
        var gaps = Story.Names.SelectMany(Gaps).ToList();
        var now = Path.Combine(Folder, "gaps-of-this-run.txt");
        File.WriteAllLines(now, gaps);

        gaps.Except(known).ShouldBeEmpty($"these are new; all of this run's are in {now}");
        known.Except(gaps).ShouldBeEmpty($"these are closed: take them out of known-gaps.txt; all that are left are in {now}");
    }

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
                yield return $"{story} missing {expected.Key}";
        }

        foreach (var entry in left)
            yield return $"{story} extra {WireWord.Of(entry.Type)} {WireWord.Of(entry.Status)} {string.Join('+', entry.Participants.Select(p => p.Id))} {entry.Start:yyyy-MM-dd} in {entry.History[0].Article.Split('/')[1]}";
    }

    private static bool SameEvent(Entry a, Entry b) => a.Type == b.Type
        && a.Participants.Select(p => p.Id).ToHashSet().SetEquals(b.Participants.Select(p => p.Id))
        && (a.Kind == b.Kind || (a.Kind != EntryKind.Call && b.Kind != EntryKind.Call))
        && a.Start is not null && b.Start is not null
        && a.Start <= (b.End ?? b.Start) && b.Start <= (a.End ?? a.Start);
}
