using Parley.Contracts;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Wordings.tsv: every way that news has to tell a step. What is not yet read rightly is marked there as a gap.</summary>
public sealed class WordingsTests
{
    // Some of the sentences name people of today by surname alone.
    private static readonly DateTimeOffset Published = new(2025, 6, 11, 12, 0, 0, TimeSpan.Zero);

    private static readonly Wording[] Table = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Analysis", "Wordings.tsv"))
        .Where(line => !line.StartsWith('#')).Skip(1).Select(Wording.Parse)];

    [Fact]
    public void Each_wording_is_read_as_the_table_says_but_for_its_marked_gaps()
    {
        var wrong = from wording in Table.AsParallel().AsOrdered()
                    let found = Found(wording.Sentence)
                    where found != (wording.Gap.Length > 0 ? wording.Gap : wording.Expected)
                    select $"{wording.Sentence} [{wording.Expected}{(wording.Gap.Length > 0 ? $", gap {wording.Gap}" : "")}] is now {found}";

        wrong.ShouldBeEmpty("where a gap is closed, take its mark out of Wordings.tsv");
    }

    [Fact]
    public void No_wording_stands_twice_and_no_gap_is_marked_with_what_is_wanted()
    {
        Table.GroupBy(w => w.Sentence).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        Table.Where(w => w.Gap == w.Expected).ShouldBeEmpty();
    }

    [Fact]
    public void Every_status_has_its_wordings_and_a_sixth_of_the_table_is_none()
    {
        var told = Table.Where(w => w.Expected != "none").Select(w => w.Expected).Distinct();

        told.Count().ShouldBe(8 + 10);
        Table.Count(w => w.Expected == "none").ShouldBeGreaterThan(Table.Length / 6);
    }

    // One mention is wanted: two of the same word are marked "x2".
    private static string Found(string sentence)
    {
        var mentions = Analyzer.Default.Analyze(new ArticleText(sentence, null, Published)).Mentions;
        var words = mentions.Select(m => $"{WireWord.Of(m.Type)} {WireWord.Of(m.Status)}").Distinct().Order(StringComparer.Ordinal);
        return mentions.Count == 0 ? "none" : string.Join(',', words) + (mentions.Count > 1 ? $" x{mentions.Count}" : "");
    }

    private sealed record Wording(string Sentence, string Expected, string Gap)
    {
        public static Wording Parse(string line)
        {
            var cells = line.Split('\t');
            return new(cells[0], cells[1] == "-" ? cells[2] : $"{cells[1]} {cells[2]}", cells.Length > 3 ? cells[3] : "");
        }
    }
}
