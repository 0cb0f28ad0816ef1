using System.Diagnostics;
using System.Text.Json.Nodes;
using Parley.Tests;

namespace Parley.Interop.Tests;

/// <summary>A desk that takes webhooks with the <c>standardwebhooks</c> package of npm.</summary>
internal sealed class StandardWebhooks : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string Scripts = Path.Combine(Seeds.Repository, "tests", "Interop.Tests", "node");

    private readonly Process _process;

    private StandardWebhooks(Process process) => _process = process;

    public string Url { get; private set; } = "";

    public static async Task<StandardWebhooks> StartAsync()
    {
        await NodePackages.InstallAsync(Scripts);
        var desk = new StandardWebhooks(Process.Start(new ProcessStartInfo("node", [Path.Combine(Scripts, "webhooks.js")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
        desk.Url = $"http://127.0.0.1:{(await desk.ReadAsync())["port"]}/";
        return desk;
    }

    /// <summary>The next request that came.</summary>
    public Task<JsonNode> RequestAsync() => ReadAsync();

    /// <summary>What the package says of a request.</summary>
    public async Task<JsonNode> VerifyAsync(JsonNode request, string secret)
    {
        var question = request.DeepClone();
        question["secret"] = secret;
        await _process.StandardInput.WriteLineAsync(question.ToJsonString());
        return await ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<JsonNode> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return JsonNode.Parse(await _process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The desk has ended."))!;
    }
}
