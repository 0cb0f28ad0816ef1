using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Standalone;
using Parley.Tests;

namespace Parley.Interop.Tests.Examples;

/// <summary>What README.md shows to newcomers is run as it stands there, against all services on RabbitMQ.</summary>
public sealed class Examples_of_the_readme : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Site _site = null!;
    private RunningHost _host = null!;

    private string Address => $"http://{_host.Channel.Target}";

    public async Task InitializeAsync()
    {
        _site = await Site.OnRabbitMqAsync();
        _host = await _site.StartAsync("standalone", StandaloneHost.Add, StandaloneHost.Map);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_one_in_CSharp_is_the_code_that_is_compiled_here()
    {
        var source = await File.ReadAllLinesAsync(Path.Combine(Seeds.Repository, "tests", "Interop.Tests", "Examples", "WatchExample.cs"));
        var lines = source.SkipWhile(l => !l.Contains("README begins", StringComparison.Ordinal)).Skip(1).TakeWhile(l => !l.Contains("README ends", StringComparison.Ordinal));

        Readme.Blocks("csharp").ShouldHaveSingleItem().TrimEnd().ShouldBe(string.Join('\n', lines.Select(l => l.Length == 0 ? l : l[8..])).TrimEnd());
    }

    [Fact]
    public async Task The_one_in_CSharp_shows_alerts_with_their_tokens()
    {
        using var watch = new AlertingService.AlertingServiceClient(_host.Channel).WatchAlerts(new());
        await watch.ResponseStream.MoveNext(CancellationToken.None);
        var token = watch.ResponseStream.Current.ResumeToken;
        var output = new FirstLine();

        var running = WatchExample.RunAsync(Address, output, token);
        await SubmitAsync();

        (await output.Line.WaitAsync(Patience)).ShouldStartWith("Talks planned: Finland and Norway");
        await _host.StopAsync();
        await Should.ThrowAsync<Grpc.Core.RpcException>(running.WaitAsync(Patience));
    }

    [Fact]
    public async Task The_one_in_Python_prints_the_ledger()
    {
        await SubmitAsync();
        await Eventually.BeAsync(1, "entries in the ledger", () => _site.ReadAsync<int>("extraction", "SELECT count(*) FROM entries"));
        using var stubs = await PythonStubs.CompileAsync();

        using var program = await stubs.StartAsync(Readme.Blocks("python")[0], "PARLEY_LEDGER", _host.Channel.Target);
        var printed = await program.StandardOutput.ReadToEndAsync();

        printed.ShouldMatch("^talks-[0-9a-f]+ ENTRY_STATUS_PLANNED \\['Finland', 'Norway'\\] The foreign ministers", await program.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task The_one_for_RabbitMQ_receives_what_its_binding_asks_for()
    {
        using var stubs = await PythonStubs.CompileAsync();
        using var program = await stubs.StartAsync(Readme.Blocks("python")[1].Replace("*.*.*.TUR", "*.*.*.NOR", StringComparison.Ordinal), "PARLEY_AMQP", _site.Bus!.AbsoluteUri);
        try
        {
            var broker = await Servers.BrokerAsync();
            await Eventually.SeeAsync("its queue is bound", () => broker.BindingsAsync(_site.Bus!, "my-desk"), bindings => bindings.Contains("*.*.*.NOR", StringComparison.Ordinal));
            await SubmitAsync();

            var line = await program.StandardOutput.ReadLineAsync().WaitAsync(Patience);

            line.ShouldNotBeNull(await ErrorsAsync(program)).ShouldMatch("^talks-[0-9a-f]+/1 Talks planned: Finland and Norway");
        }
        finally
        {
            program.Kill();
        }
    }

    private static async Task<string> ErrorsAsync(System.Diagnostics.Process program) => program.HasExited ? await program.StandardError.ReadToEndAsync() : "";

    private async Task SubmitAsync()
    {
        var article = Dispatches.Announced;
        await new IngestionService.IngestionServiceClient(_host.Channel).SubmitArticleAsync(new()
        {
            Article = new() { Id = article.Id, Text = article.Text, PublishedAt = article.PublishedAt.ToString("O"), Intake = Protocol.Type.V1.Intake.Import },
        });
    }

    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new();

        public Task<string> Line => _line.Task;

        public override Task WriteLineAsync(string? value)
        {
            _line.TrySetResult(value ?? "");
            return Task.CompletedTask;
        }
    }
}
