using Parley.Extraction.Analysis;

namespace Parley.Extraction;

/// <summary>Loads the knowledge and runs the analysis once while the service starts, so that the first article does not pay for it.</summary>
internal sealed class AnalyzerWarmUp(Analyzer analyzer) : BackgroundService
{
    private static readonly ArticleText Sample = new(
        "PARIS, May 3 - The foreign ministers of Chad and Sudan met on Monday and agreed to a ceasefire, officials said. They will meet again next week.",
        null,
        new DateTimeOffset(2010, 5, 4, 12, 0, 0, TimeSpan.Zero));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => analyzer.Analyze(Sample), stoppingToken);
}
