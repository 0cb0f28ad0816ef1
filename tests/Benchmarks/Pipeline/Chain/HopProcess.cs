using System.Diagnostics;
using System.Globalization;

namespace Parley.Benchmarks.Pipeline.Chain;

/// <summary>A <see cref="Hop"/> that was started.</summary>
internal sealed class HopProcess : IAsyncDisposable
{
    private readonly Process process;

    private HopProcess(Process process) => this.process = process;

    /// <summary>Starts one, and waits until it is on the bus.</summary>
    public static async Task<HopProcess> StartAsync(string name, Uri broker, string articles)
    {
        var hop = new HopProcess(Process.Start(new ProcessStartInfo("dotnet", [typeof(Hop).Assembly.Location, Hop.Verb, name, broker.AbsoluteUri, articles])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { [Hop.Profiling.Name] = Hop.Profiling.Off },
        })!);
        if (await hop.process.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException($"The hop {name} has not started.");
        return hop;
    }

    /// <summary>Has it publish articles, and waits until the broker has them.</summary>
    public Task<long> PublishAsync(int from, int count) => AskAsync(string.Create(CultureInfo.InvariantCulture, $"{from} {count}"));

    /// <summary>How many messages it has handled.</summary>
    public Task<long> HandledAsync() => AskAsync("?");

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<long> AskAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        return long.Parse(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A hop has ended."), CultureInfo.InvariantCulture);
    }
}
