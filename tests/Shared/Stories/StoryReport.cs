using System.Globalization;

namespace Parley.Tests.Stories;

/// <summary>Says what goes wrong, the most frequent first, with examples to look at.</summary>
internal static class StoryReport
{
    private const int Classes = 30;
    private const int Examples = 3;

    /// <summary>A line a class of errors, by figure, and some examples under each.</summary>
    public static void Write(StoryScore score, TextWriter writer)
    {
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{score.Storylines} storylines, {score.Events} events, {score.Articles} articles; B-cubed precision {score.Threads.Precision:0.0000}, recall {score.Threads.Recall:0.0000}; {score.Alerts.Alerts} alerts, {score.Alerts.Due} due"));
        foreach (var figure in score.Errors.GroupBy(e => e.Score, StringComparer.Ordinal))
        {
            writer.WriteLine($"\n{figure.Key}: {figure.Count()}");
            foreach (var shape in figure.CountBy(e => e.Shape, StringComparer.Ordinal).OrderByDescending(s => s.Value))
                writer.WriteLine($"  {shape.Value,5}  {shape.Key}");
            writer.WriteLine();
            foreach (var reason in figure.CountBy(e => e.Reason, StringComparer.Ordinal).OrderByDescending(r => r.Value))
                writer.WriteLine($"  {reason.Value,5}  {reason.Key}");
            writer.WriteLine();
            foreach (var kind in figure.GroupBy(e => (e.What, e.Reason)).OrderByDescending(g => g.Count()).Take(Classes))
            {
                writer.WriteLine($"  {kind.Count(),5}  {kind.Key.What}: {kind.Key.Reason}");
                foreach (var error in kind.Take(Examples)) writer.WriteLine($"    {error.Example}");
            }
        }
    }
}
