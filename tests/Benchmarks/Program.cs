using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Benchmarks;
using Parley.Benchmarks.Analysis;
using Parley.Benchmarks.Ledger;
using Parley.Benchmarks.Matching;
using Parley.Benchmarks.Pipeline;
using Parley.Benchmarks.Pipeline.Chain;
using Parley.Benchmarks.Streams;

if (args is [Hop.Verb, .. var hop])
{
    await Hop.RunAsync(hop);
    return 0;
}

// ./parley bench [NAME…] [--short]: a JSON line a figure on standard output; exit status 1 where a goal is missed, 2 where the call is wrong.
IReadOnlyList<IBench> all = [new AnalysisBench(), new LedgerBench(), new MatchingBench(), new StreamsBench(), new PipelineBench()];
var there = string.Join(", ", all.Select(b => b.Name));
if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine($"./parley bench [NAME…] [--short]\n\nRuns benches, all by default, and prints a JSON line a figure: {{\"bench\",\"figure\",\"value\",\"unit\",\"goal\",\"ok\"}}.\n"
        + $"Exit status 1 says that a figure misses its goal.\n\nNAME     of: {there}\n--short  within a minute each, and less exactly");
    return 0;
}

var names = args.Where(a => a != "--short").ToList();
if (names.Except(all.Select(b => b.Name)).ToList() is { Count: > 0 } unknown)
{
    await Console.Error.WriteLineAsync($"parley: there is no {string.Join(" and no ", unknown)}; the benches are: {there}");
    return 2;
}

var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
var missed = false;
foreach (var bench in all.Where(b => names.Count == 0 || names.Contains(b.Name)))
{
    foreach (var figure in bench.Measure(args.Contains("--short")))
    {
        missed |= !figure.Ok;
        Console.WriteLine(JsonSerializer.Serialize(new { bench = bench.Name, figure = figure.Name, figure.Value, figure.Unit, figure.Goal, figure.Ok }, json));
    }
}

return missed ? 1 : 0;
