using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Parley.EndToEnd.Tests;
using Parley.LocalServers;
using Parley.Tests;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Reliability.Tests.Running;

/// <summary>A service as a process that can be ended and started again; it keeps its port.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ReconnectBackoff = TimeSpan.FromMilliseconds(100);

    private readonly ProcessStartInfo _start;
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    /// <param name="name">Ingestion, Extraction, Search, Alerting or Standalone.</param>
    /// <param name="program">Its program, with what comes before the settings.</param>
    /// <param name="settings">Keys of the configuration.</param>
    private ServiceProcess(string name, string[] program, IReadOnlyDictionary<string, string?> settings)
    {
        Name = name;
        Port = FreePort.Next();
        _start = new ProcessStartInfo("dotnet", [.. program, string.Create(CultureInfo.InvariantCulture, $"--Parley:Grpc:Port={Port}")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // It does not live long enough to gain from what the runtime would learn about it.
        _start.Environment["DOTNET_TieredPGO"] = "0";
        _start.Environment["Logging__Console__FormatterOptions__TimestampFormat"] = "HH:mm:ss.fff ";
        foreach (var (key, value) in settings)
            _start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        Channel = GrpcChannel.ForAddress($"http://127.0.0.1:{Port}", new GrpcChannelOptions
        {
            InitialReconnectBackoff = ReconnectBackoff,
            MaxReconnectBackoff = ReconnectBackoff,
        });
    }

    public string Name { get; }

    /// <summary>Of its gRPC; the same after each start.</summary>
    public int Port { get; }

    /// <summary>To its gRPC, without retries: a test wants to see what the service answers.</summary>
    public GrpcChannel Channel { get; }

    /// <summary>What it has written, over all its lives.</summary>
    public IEnumerable<string> Log => _log;

    /// <summary>The end of what it has written, for whoever asks why something did not come true.</summary>
    public string LastWords => $"The last of {Name}:\n{string.Join('\n', _log.TakeLast(40))}";

    /// <summary>One of Parley's services.</summary>
    public static ServiceProcess Of(string name, IReadOnlyDictionary<string, string?> settings) => new(name, [Programs.Path($"Parley.{name}.dll")], settings);

    /// <summary>A service that this project itself is the program of.</summary>
    public static ServiceProcess OfTests(string name, IReadOnlyDictionary<string, string?> settings) =>
        new(name, [typeof(ServiceProcess).Assembly.Location], settings);

    /// <summary>Starts it, and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process?.Dispose();
        var process = _process = Process.Start(_start)!;
        process.ErrorDataReceived += (_, line) => Hear(line.Data, listens);
        process.OutputDataReceived += (_, line) => Hear(line.Data, listens);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        if (await Task.WhenAny(listens.Task, process.WaitForExitAsync(), Task.Delay(Patience)) != listens.Task)
            throw new InvalidOperationException($"{Name} does not listen:\n{string.Join('\n', _log.TakeLast(20))}");
    }

    /// <summary>Ends it with SIGKILL, as a crash would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends SIGTERM, and waits for the end.</summary>
    public async Task<(TimeSpan Took, int ExitCode)> TerminateAsync()
    {
        var took = Stopwatch.StartNew();
        await Programs.SignalAsync("TERM", _process!.Id);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return (took.Elapsed, _process.ExitCode);
    }

    /// <summary>Waits until it says that it is healthy, or that it is not; what it has written is told where that does not come.</summary>
    public async Task HealthIsAsync(ServingStatus wanted)
    {
        try
        {
            await Eventually.SeeAsync($"the health of {Name} is {wanted}", ReadHealthAsync, seen => seen == wanted);
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"{timeout.Message}\n{LastWords}", timeout);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
    }

    [GeneratedRegex("Now listening on: http://")]
    private static partial Regex Listening();

    private async Task<ServingStatus> ReadHealthAsync()
    {
        try
        {
            return (await new Health.HealthClient(Channel).CheckAsync(new(), deadline: DateTime.UtcNow.AddSeconds(10))).Status;
        }
        catch (RpcException)
        {
            return ServingStatus.Unknown;
        }
    }

    private void Hear(string? line, TaskCompletionSource listens)
    {
        if (line is null)
            return;
        _log.Enqueue(line);
        if (Listening().IsMatch(line))
            listens.TrySetResult();
    }
}
