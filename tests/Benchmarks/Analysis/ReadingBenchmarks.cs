using BenchmarkDotNet.Attributes;
using Parley.Extraction.Analysis;

namespace Parley.Benchmarks.Analysis;

/// <summary>Reads the sample dispatches once, one text after the other: with the analyzer, and as little as can be done with them.</summary>
public class ReadingBenchmarks
{
    /// <summary>Readings until the runtime has compiled what is hot once more, with what it has learned of it: a service comes to it in its first seconds.</summary>
    private const int UntilHot = 80;

    private static readonly PlainTokeniser Plain = new();

    // Once for all benchmarks: each has an instance of its own.
    private static readonly Lazy<int> Heated = new(() => Enumerable.Range(0, UntilHot).Sum(_ => Read(Corpus.Dispatches) + LookUp() + Cut()));

    [GlobalSetup]
    public void Heat() => _ = Heated.Value;

    [Benchmark(Baseline = true)]
    public int Floor() => LookUp();

    [Benchmark]
    public int Analyse() => Read(Corpus.Dispatches);

    [Benchmark]
    public int AnalysePlain() => Read(Corpus.Plain);

    [Benchmark]
    public int AnalyseTelling() => Read(Corpus.Telling);

    [Benchmark]
    public int Tokenise() => Cut();

    /// <summary>How fast the dispatches are read, as a share of the floor's speed.</summary>
    internal static double ShareOfFloor(TimeSpan during)
    {
        _ = Heated.Value;
        return Pair.Ratio(LookUp, () => Read(Corpus.Dispatches), during);
    }

    private static int Read(Corpus corpus) => corpus.Articles.Sum(a => Analyzer.Default.Analyze(a).Mentions.Count);

    private static int LookUp() => Corpus.Dispatches.Articles.Sum(a => Plain.CountKnown(a.Text));

    private static int Cut() => Corpus.Dispatches.Articles.Sum(a => PlainTokeniser.Count(a.Text));
}
