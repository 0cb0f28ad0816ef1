using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Grpc.Net.Client;

namespace Parley.EndToEnd.Tests;

/// <summary>One service as an operator runs it: a process with its settings in the environment.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<Uri> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GrpcChannel? _channel;

    private ServiceProcess(string name, IReadOnlyDictionary<string, string?> settings)
    {
        Name = name;
        var start = new ProcessStartInfo("dotnet", [Programs.Path($"Parley.{name}.dll"), "--Parley:Grpc:Port=0"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public string Name { get; }

    /// <summary>To its gRPC.</summary>
    public GrpcChannel Channel => _channel ?? throw new InvalidOperationException($"{Name} does not listen yet.");

    /// <summary>What it has written, for when something is wrong.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServiceProcess> StartAsync(string name, IReadOnlyDictionary<string, string?> settings)
    {
        var service = new ServiceProcess(name, settings);
        try
        {
            var ended = service._process.WaitForExitAsync();
            if (await Task.WhenAny(service._listens.Task, ended, Task.Delay(Patience)) != service._listens.Task)
                throw new InvalidOperationException($"{name} does not listen:\n{service.Log}");
            service._channel = GrpcChannel.ForAddress(await service._listens.Task);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends SIGTERM and waits for the end.</summary>
    public async Task<(TimeSpan Took, int ExitCode)> TerminateAsync()
    {
        var took = Stopwatch.StartNew();
        await Programs.SignalAsync("TERM", _process.Id);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return (took.Elapsed, _process.ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex("Now listening on: (http://[0-9.:]+)")]
    private static partial Regex Listening();

    private void Heard(string? line)
    {
        if (line is null)
            return;
        _log.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
            _listens.TrySetResult(new Uri(match.Groups[1].Value));
    }
}
