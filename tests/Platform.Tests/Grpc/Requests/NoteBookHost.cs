using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Platform.Grpc;
using Parley.Platform.Tests.Notes;

namespace Parley.Platform.Tests.Grpc.Requests;

/// <summary>A real Kestrel on a free loopback port with a method of each kind.</summary>
public sealed class NoteBookHost : IAsyncLifetime
{
    private WebApplication _app = null!;

    internal GrpcChannel Channel { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddReadableRequests();
        _app = builder.Build();
        _app.MapGrpcService<NoteBookService>();
        await _app.StartAsync();
        Channel = GrpcChannel.ForAddress(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        Channel.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class NoteBookService : NoteBook.NoteBookBase
    {
        public override Task<Note> Take(Note request, ServerCallContext context) => Task.FromResult(request);

        public override async Task<Note> TakeMany(IAsyncStreamReader<Note> requestStream, ServerCallContext context)
        {
            var all = new Note();
            await foreach (var note in requestStream.ReadAllAsync())
                all.Inner.Add(note);
            return all;
        }

        public override Task Repeat(Note request, IServerStreamWriter<Note> responseStream, ServerCallContext context) => responseStream.WriteAsync(request);

        public override async Task RepeatEach(IAsyncStreamReader<Note> requestStream, IServerStreamWriter<Note> responseStream, ServerCallContext context)
        {
            await foreach (var note in requestStream.ReadAllAsync())
                await responseStream.WriteAsync(note);
        }
    }
}
