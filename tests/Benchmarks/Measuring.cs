using System.Reflection;
using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Parley.Benchmarks;

/// <summary>Runs the benchmarks of a class with BenchmarkDotNet, in this process: a build of its own for each would take longer than the measuring.</summary>
internal static class Measuring
{
    private const int IterationTime = 25;

    /// <summary>What each method costs, by its name.</summary>
    /// <typeparam name="T">The class; each of its benchmarks says in <c>OperationsPerInvoke</c> or elsewhere how much it does.</typeparam>
    public static IReadOnlyDictionary<string, Cost> Run<T>(bool isShort)
    {
        using var errors = new StreamWriter(Console.OpenStandardError()) { AutoFlush = true };

        // The report goes to standard error: standard output belongs to the figures.
        // Many short iterations rather than few long ones: where others use the machine too, some are left alone, and the fastest counts.
        var job = (isShort ? Job.Default.WithWarmupCount(2).WithIterationCount(60) : Job.Default.WithWarmupCount(5).WithIterationCount(250))
            .WithClock(new ThreadClock())
            .WithIterationTime(TimeInterval.FromMilliseconds(IterationTime))
            .WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddAnalyser(EnvironmentAnalyser.Default)
            .AddLogger(new StreamLogger(errors))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "parley-bench"));

        var summary = BenchmarkRunner.Run<T>(config);
        return summary.Reports.ToDictionary(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name, r => new Cost(
            // What else runs on the machine only ever adds to a time.
            TimeSpan.FromMicroseconds((r.ResultStatistics ?? throw Failed(r.BenchmarkCase.Descriptor.WorkloadMethod)).Min / 1000),
            r.GcStats.GetBytesAllocatedPerOperation(r.BenchmarkCase) ?? throw Failed(r.BenchmarkCase.Descriptor.WorkloadMethod)));
    }

    private static InvalidOperationException Failed(MethodInfo method) => new($"{method.DeclaringType?.Name}.{method.Name} gave no result; the lines above say why");
}
