using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Parley.Tests;

namespace Parley.Integration.Tests.Alerting;

/// <summary>A desk's mail server: Nodemailer's, a process of its own.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string Scripts = Path.Combine(Seeds.Repository, "tests", "Integration.Tests", "smtp");

    private readonly Process _process;

    private SmtpServer(Process process) => _process = process;

    public int Port { get; private set; }

    /// <summary>Starts one.</summary>
    /// <param name="certificate">What it shows; without one it cannot encrypt.</param>
    /// <param name="secure">It is encrypted from the beginning.</param>
    /// <param name="user">Who may send; everybody without.</param>
    /// <param name="password">The user's password.</param>
    public static async Task<SmtpServer> StartAsync(X509Certificate2? certificate = null, bool secure = false, string? user = null, string? password = null)
    {
        await NodePackages.InstallAsync(Scripts);
        var server = new SmtpServer(Process.Start(new ProcessStartInfo("node", [Path.Combine(Scripts, "server.js")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
        var (cert, key) = (certificate?.ExportCertificatePem(), certificate?.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await server._process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { secure, user, password, cert, key }));
        server.Port = (await server.NextAsync()).GetProperty("port").GetInt32();
        return server;
    }

    /// <summary>The next mail that it has taken, as mailparser reads it.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var json = JsonDocument.Parse(await _process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The mail server has ended."));
        return json.RootElement.Clone();
    }

    /// <summary>Ends it.</summary>
    /// <returns>How many mails it had taken that nobody asked for.</returns>
    public async Task<int> StopAsync()
    {
        _process.StandardInput.Close();
        var rest = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return rest.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();
        _process.Dispose();
    }
}
