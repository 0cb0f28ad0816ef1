using System.Diagnostics;
using System.Text.Json.Nodes;
using Parley.Tests;

namespace Parley.Interop.Tests;

/// <summary>A desk that reads alerts with packages of npm (node/desk.js): amqplib, cloudevents, feedparser and grpc-js.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string Scripts = Path.Combine(Seeds.Repository, "tests", "Interop.Tests", "node");

    private readonly Process _process;

    private Desk(Process process) => _process = process;

    public static async Task<Desk> StartAsync()
    {
        await NodePackages.InstallAsync(Scripts);
        return new Desk(Process.Start(new ProcessStartInfo("node", [Path.Combine(Scripts, "desk.js")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    /// <summary>Has it do something; fails with what it failed with.</summary>
    /// <returns>What it answers first.</returns>
    public async Task<JsonNode> DoAsync(string what, JsonObject with)
    {
        var answer = await TryAsync(what, with);
        answer["error"]?.GetValue<string>().ShouldBeNull();
        return answer;
    }

    /// <summary>Has it do something; the answer may be an error.</summary>
    public async Task<JsonNode> TryAsync(string what, JsonObject with)
    {
        var order = with.DeepClone();
        order["do"] = what;
        await _process.StandardInput.WriteLineAsync(order.ToJsonString());
        return await NextAsync();
    }

    /// <summary>What it says next by itself.</summary>
    public async Task<JsonNode> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return JsonNode.Parse(await _process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The desk has ended."))!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
