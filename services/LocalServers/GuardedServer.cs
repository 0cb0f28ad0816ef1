using System.Diagnostics;
using System.Globalization;

namespace Parley.LocalServers;

/// <summary>
/// A server process that cannot outlive this one. It is the child of a small shell script, guard.sh, which waits for the end of its
/// input. (A signal on the parent's death alone would not do: it is tied to the thread that started the child, and threads of the
/// pool come and go. Between guard and server it serves as the second line of defence.)
/// </summary>
internal sealed class GuardedServer : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);
    private static readonly string[] ForeignSettings = ["PG", "RABBITMQ_", "ERL_"];

    private readonly GuardedServerPlan plan;
    private readonly Process guard;
    private IReadOnlyList<int> killed = [];

    private GuardedServer(GuardedServerPlan plan, Process guard) => (this.plan, this.guard) = (plan, guard);

    /// <summary>The server's process id; that of the last run where it does not run.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Whether the server runs.</summary>
    public bool IsRunning => ProcessId > 0 && ProcessTable.IsRunning(ProcessId);

    /// <summary>Makes the folder, starts the server and waits until it accepts connections.</summary>
    public static async Task<GuardedServer> StartAsync(GuardedServerPlan plan, CancellationToken cancel)
    {
        // The guard comes first: from then on something looks after the folder.
        var server = new GuardedServer(plan, Guard(plan));
        try
        {
            await plan.Folder.CreateAsync(cancel);
            foreach (var (name, content) in plan.Files) await plan.Folder.WriteAsync(name, content, cancel);
            await server.StartAsync(cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server, after stopping it where it runs, and waits until it accepts connections.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        await GoneAsync(killed, cancel);
        ProcessId = int.Parse(await TellAsync("start", cancel), CultureInfo.InvariantCulture);
        var waited = Stopwatch.StartNew();
        while (!await plan.IsReady(ProcessId, cancel))
        {
            if (!IsRunning) throw Failed("ended while it started");
            if (waited.Elapsed > plan.StartTimeout) throw Failed($"did not accept connections within {plan.StartTimeout}");

            await Task.Delay(PollInterval, cancel);
        }
    }

    /// <summary>Stops the server in order.</summary>
    public Task StopAsync(CancellationToken cancel) => TellAsync("stop", cancel);

    /// <summary>Ends the server and its children with SIGKILL, as a crash would, and waits until they are gone.</summary>
    public async Task KillAsync(CancellationToken cancel)
    {
        if (!IsRunning) return;

        killed = ProcessTable.Family(ProcessId);
        using (var server = Process.GetProcessById(ProcessId)) server.Kill(entireProcessTree: true);
        await GoneAsync(killed, cancel);
    }

    /// <summary>Lets the guard stop the server, remove a throw-away folder and end.</summary>
    public async ValueTask DisposeAsync()
    {
        guard.StandardInput.Close();
        using var deadline = new CancellationTokenSource(StopTimeout);
        try
        {
            await guard.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            guard.Kill(entireProcessTree: true);
        }

        guard.Dispose();
    }

    private static Process Guard(GuardedServerPlan plan)
    {
        // A session of its own, so that Ctrl-C at a terminal reaches the program and not its servers.
        var start = new ProcessStartInfo("setsid",
        [
            "sh", "-c", Script.Text("guard.sh"), "guard.sh", plan.StopSignal, plan.Throwaway ? plan.Folder.Path : "", Log(plan),
            .. plan.Folder.Account.Prefix(plan.StopSignal), .. plan.Command,
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        foreach (var name in start.Environment.Keys.Where(k => ForeignSettings.Any(f => k.StartsWith(f, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in plan.Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string Log(GuardedServerPlan plan) => plan.Folder.File("server.log");

    private static async Task GoneAsync(IReadOnlyList<int> processes, CancellationToken cancel)
    {
        while (processes.Any(ProcessTable.IsRunning)) await Task.Delay(PollInterval, cancel);
    }

    private async Task<string> TellAsync(string word, CancellationToken cancel)
    {
        await guard.StandardInput.WriteLineAsync(word.AsMemory(), cancel);
        await guard.StandardInput.FlushAsync(cancel);
        return await guard.StandardOutput.ReadLineAsync(cancel) ?? throw Failed("has lost its guard process");
    }

    private ServerStartException Failed(string what)
    {
        var log = Log(plan);
        var tail = File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(15)) : "(no log)";
        return new ServerStartException($"{plan.Server} {what}.\n{tail}");
    }
}
