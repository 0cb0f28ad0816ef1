using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Parley.EndToEnd.Tests;
using Parley.Tests;

namespace Parley.Reliability.Tests.Running;

/// <summary><c>./parley ingest seeds</c> as a process, behind a gate that settles how much of the seeds has been sent.</summary>
internal sealed partial class Ingest : IAsyncDisposable
{
    /// <summary>Of the whole stream: the texts, and what goes around them.</summary>
    private static readonly long Bytes = Seeds.Submissions.Sum(s => s.CalculateSize() + 15L);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Gate _gate;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private Ingest(Gate gate)
    {
        _gate = gate;
        _process = new CommandLine().Start(["ingest", "seeds", "--address", $"http://127.0.0.1:{gate.Port}"]);
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it; nothing passes yet.</summary>
    public static Ingest Start(ServiceProcess ingestion)
    {
        var gate = Gate.To(ingestion.Port);
        gate.Hold();
        return new Ingest(gate);
    }

    /// <summary>Lets a share of the seeds pass, from now on.</summary>
    public void LetThrough(double share) => _gate.LetThrough((long)(Bytes * share));

    /// <summary>It has not ended yet.</summary>
    public async Task ShouldRunAsync() => _process.HasExited.ShouldBeFalse(_process.HasExited ? await _output + await _errors : null);

    /// <summary>Lets the rest pass, and checks that every article was acknowledged.</summary>
    public async Task FinishAsync()
    {
        _gate.Open();
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        var (output, errors) = (await _output, await _errors);
        _process.ExitCode.ShouldBe(0, errors);
        // Stored, but cut off before the answer, is known at the next try.
        var counts = Summary().Match(output);
        (Count(counts, 1) + Count(counts, 2), Count(counts, 3)).ShouldBe((Seeds.Submissions.Count, 0), output + errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await Task.WhenAll(_process.WaitForExitAsync(), _output, _errors);
        _process.Dispose();
        await _gate.DisposeAsync();
    }

    [GeneratedRegex("([0-9]+) taken in, ([0-9]+) known already, ([0-9]+) refused")]
    private static partial Regex Summary();

    private static int Count(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
