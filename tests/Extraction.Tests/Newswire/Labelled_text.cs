using System.Globalization;
using Parley.Contracts;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Newswire;

/// <summary>What was reached on labelled text is not lost. A rule that helps one text and harms others shows here.</summary>
public sealed class Labelled_text
{
    [Theory]
    [InlineData("newswire.jsonl", 0.82, 0.85, 0.79, 0)]
    [InlineData("agency.jsonl", 0.98, 0.98, 0.87, 0)]
    public void Sentences_are_read_as_well_as_before(string file, double macroF1, double status, double parties, int easyAlarms)
    {
        var score = SentenceScore.Of(LabelledSentence.Read(file));

        score.MacroF1.ShouldBeGreaterThanOrEqualTo(macroF1, $"{score}");
        score.Status.ShouldBeGreaterThanOrEqualTo(status, $"{score}");
        score.Parties.ShouldBeGreaterThanOrEqualTo(parties, $"{score}");
        score.EasyAlarms.ShouldBeLessThanOrEqualTo(easyAlarms, $"{score}");
    }

    [Fact]
    public void Articles_are_read_as_well_as_before()
    {
        var (found, missed, surplus, right) = (0, 0, 0, 0);
        foreach (var article in LabelledArticle.Read())
        {
            var left = Analyzer.Default.Analyze(new ArticleText(article.Text, null, new DateTimeOffset(DateTime.Parse(article.PublishedAt, CultureInfo.InvariantCulture), TimeSpan.Zero))).Mentions.ToList();

            // Those that careful readers differ on count neither way, so the sure ones choose first.
            foreach (var wanted in article.Mentions.OrderBy(m => m.Open is true))
            {
                var told = left.Where(m => WireWord.Of(m.Type) == wanted.Type && wanted.IsToldBy(m.Evidence.Text)).ToList();
                var hit = told.Find(m => WireWord.Of(m.Status) == wanted.Status || WireWord.Of(m.Status) == wanted.Also) ?? told.FirstOrDefault();
                if (hit is not null)
                    left.Remove(hit);
                if (wanted.Open is true)
                    continue;
                (found, missed) = hit is null ? (found, missed + 1) : (found + 1, missed);
                right += hit is not null && (WireWord.Of(hit.Status) == wanted.Status || WireWord.Of(hit.Status) == wanted.Also) ? 1 : 0;
            }

            surplus += left.Count;
        }

        var figures = $"found {found}, missed {missed}, surplus {surplus}, statuses right {right}";
        (2.0 * found / ((2.0 * found) + missed + surplus)).ShouldBeGreaterThanOrEqualTo(0.81, figures);
        ((double)right / found).ShouldBeGreaterThanOrEqualTo(0.90, figures);
    }
}
