using Grpc.Net.Client;
using Parley.Contracts;
using Parley.LocalServers;
using Parley.Protocol.Ingestion.V1;
using Parley.Standalone;
using Parley.Tests;

namespace Parley.EndToEnd.Tests;

/// <summary>A whole Parley inside the test that has taken in the story and can be stopped and started again at the same place with the same data.</summary>
public sealed class Desk : IAsyncLifetime
{
    // Not a folder of Directory.CreateTempSubdirectory: the server runs as a user of its own and must be able to pass through it.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"parley-desk-{Guid.NewGuid():N}");
    private readonly int _port = FreePort.Next();
    private EmbeddedSystem? _system;

    internal CommandLine Parley { get; private set; } = null!;

    internal Uri Address => new($"http://127.0.0.1:{_port}");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        Parley = new CommandLine(Path.Combine(_folder, "home"), Address);
        await StartAsync();
        await TakeInAsync([.. Dispatches.Story]);
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal async Task StartAsync() => _system = await EmbeddedSystem.StartAsync(
        new PrivatePostgresOptions { Throwaway = false, Folder = Path.Combine(_folder, "postgres") }, [$"--Parley:Grpc:Port={_port}", "--Parley:Http:Port=0"], CancellationToken.None);

    internal async Task StopAsync()
    {
        if (_system is not null)
            await _system.DisposeAsync();
        _system = null;
    }

    /// <summary>Submits articles, and waits until they have had their whole effect.</summary>
    internal async Task TakeInAsync(params Article[] articles)
    {
        using var channel = GrpcChannel.ForAddress(Address);
        foreach (var article in articles)
        {
            await new IngestionService.IngestionServiceClient(channel).SubmitArticleAsync(new()
            {
                Article = new()
                {
                    Id = article.Id,
                    Text = article.Text,
                    Outlet = article.Outlet,
                    PublishedAt = article.PublishedAt.ToString("O"),
                    Intake = Protocol.Type.V1.Intake.Import,
                },
            });
        }

        await _system!.WaitUntilSettledAsync(CancellationToken.None);
    }
}
