namespace Parley.Benchmarks.Analysis;

/// <summary>How fast text becomes mentions on one core, and what it allocates.</summary>
internal sealed class AnalysisBench : IBench
{
    /// <summary>Only in the long form: the short one guards every change, and must not fail because a machine is slow or busy.</summary>
    private const double Speed = 50_000;

    /// <summary>The same goal for any machine: 0.17 to 0.19 was reached on two shared cores, and 0.11 is <see cref="Speed"/> at a floor of 450,000 sentences/s.</summary>
    private const double ShareOfFloor = 0.14;

    private const double PlainBytes = 1024;
    private static readonly TimeSpan ShortPair = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan LongPair = TimeSpan.FromSeconds(20);

    public string Name => "analysis";

    public IReadOnlyList<Figure> Measure(bool isShort)
    {
        var costs = Measuring.Run<ReadingBenchmarks>(isShort);
        var speed = PerSecond(nameof(ReadingBenchmarks.Analyse), Corpus.Dispatches);
        var floor = PerSecond(nameof(ReadingBenchmarks.Floor), Corpus.Dispatches);
        return
        [
            new("sentences_per_second", Math.Round(speed), "sentences/s", isShort ? null : Speed),
            new("floor_ratio", Math.Round(ReadingBenchmarks.ShareOfFloor(isShort ? ShortPair : LongPair), 3), "share of the floor's speed", ShareOfFloor),
            new("bytes_per_plain_sentence", Bytes(nameof(ReadingBenchmarks.AnalysePlain), Corpus.Plain), "bytes", PlainBytes, Direction.Below),
            new("bytes_per_telling_sentence", Bytes(nameof(ReadingBenchmarks.AnalyseTelling), Corpus.Telling), "bytes"),
            new("plain_sentences_per_second", Math.Round(PerSecond(nameof(ReadingBenchmarks.AnalysePlain), Corpus.Plain)), "sentences/s"),
            new("telling_sentences_per_second", Math.Round(PerSecond(nameof(ReadingBenchmarks.AnalyseTelling), Corpus.Telling)), "sentences/s"),
            new("floor_sentences_per_second", Math.Round(floor), "sentences/s"),
            new("tokenised_sentences_per_second", Math.Round(PerSecond(nameof(ReadingBenchmarks.Tokenise), Corpus.Dispatches)), "sentences/s"),
        ];

        double PerSecond(string method, Corpus corpus) => corpus.Sentences / costs[method].Time.TotalSeconds;

        double Bytes(string method, Corpus corpus) => Math.Round((double)costs[method].Bytes / corpus.Sentences);
    }
}
