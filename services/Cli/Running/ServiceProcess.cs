using System.Diagnostics;
using System.Globalization;

namespace Parley.Cli.Running;

/// <summary>One service as a process of its own; it is started again when it dies.</summary>
internal sealed class ServiceProcess(string name, int port, IReadOnlyDictionary<string, string> environment)
{
    private Process? _process;

    /// <summary>ingestion, extraction, search or alerting.</summary>
    public string Name => name;

    /// <summary>Where its gRPC answers.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    /// <summary>Runs it until told to stop; its log goes to a file of its name.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(ParleyHome.Logs);
        while (!cancellation.IsCancellationRequested)
        {
            using var process = _process = Start();
            await using (var log = new StreamWriter(Path.Combine(ParleyHome.Logs, $"{name}.log"), append: true) { AutoFlush = true })
            {
                process.ErrorDataReceived += (_, line) => Write(log, line.Data);
                process.BeginErrorReadLine();
                await using var stopping = cancellation.Register(() => Signal(process));
                await process.WaitForExitAsync(CancellationToken.None);
            }

            if (cancellation.IsCancellationRequested)
                return;
            await Console.Error.WriteLineAsync($"{name} ended with {process.ExitCode} and is started again; its log is {Path.Combine(ParleyHome.Logs, name)}.log");
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, $"Parley.{char.ToUpperInvariant(name[0])}{name[1..]}.dll"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--Parley:Grpc:Port={port}"));
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        return Process.Start(start) ?? throw new UsageException("dotnet could not be started.");
    }

    private static void Signal(Process process)
    {
        try
        {
            ProcessSignal.Terminate(process.Id);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static void Write(StreamWriter log, string? line)
    {
        if (line is not null)
            log.WriteLine(line);
    }
}
