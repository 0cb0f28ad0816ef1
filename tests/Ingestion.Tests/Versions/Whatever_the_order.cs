using Parley.Contracts;

namespace Parley.Ingestion.Tests.Versions;

public sealed class Whatever_the_order
{
    /// <summary>Text, publication, update; an empty text withdraws. Ties, repetitions and texts that come back are among them.</summary>
    private static readonly (string Text, string Published, string Updated)[] Submissions =
    [
        ("A", "10:00", ""), ("B", "10:00", "12:00"), ("C", "10:00", "12:00"), ("A", "10:00", "13:00"), ("", "", "13:30"), ("A", "10:00", "14:00"),
        ("A", "10:00", "15:00"), ("D", "11:00", ""), ("B", "10:00", "12:00"), ("", "", "15:30"), ("E", "09:00", "16:00"), ("E", "10:00", "17:00"),
    ];

    [Fact]
    public void Submissions_that_say_when_they_were_made_end_in_the_same_state()
    {
        var expected = Run(Submissions);
        expected.Changes.Count.ShouldBe(9);
        var random = new Random(20310305);
        for (var round = 0; round < 300; round++)
        {
            var shuffled = Submissions.ToArray();
            random.Shuffle(shuffled);

            var told = Run(shuffled);

            told.Changes.ShouldBe(expected.Changes);
            told.Standing.ShouldBe(expected.Standing with { ReceivedAt = told.Standing.ReceivedAt });
            Effect(told.Messages).ShouldBe(Effect(expected.Messages));
        }
    }

    /// <summary>What a service that hears the messages makes of them.</summary>
    private static List<string?> Effect(IEnumerable<Article> messages)
    {
        var versions = messages.ToList();
        versions.Sort(ArticleVersion.Compare);
        return [.. versions.Where((v, i) => i == 0 || !ArticleVersion.SaysTheSame(versions[i - 1], v)).Select(v => v.VersionId)];
    }

    private static Told Run(IEnumerable<(string Text, string Published, string Updated)> submissions)
    {
        var told = new Told();
        foreach (var (text, published, updated) in submissions)
            told.Submit(text, published, updated);
        return told;
    }
}
