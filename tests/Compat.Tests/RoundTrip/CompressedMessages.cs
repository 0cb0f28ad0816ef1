using Google.Protobuf;
using Grpc.Core;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class CompressedMessages
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Messages_survive_compression_both_ways(string encoding)
    {
        var onTheWire = new EncodingWitness();
        await using var server = await EchoServer.StartAsync(
            options => options.ResponseCompressionAlgorithm = encoding,
            options => options.HttpHandler = onTheWire);
        var request = new EchoMessage { Payload = ByteString.CopyFrom(new byte[100_000]) };

        var reply = await server.Client.SayAsync(request, new Metadata { { "grpc-internal-encoding-request", encoding } });

        reply.ShouldBe(request);
        onTheWire.Request.ShouldBe(encoding);
        onTheWire.Response.ShouldBe(encoding);
    }

    private sealed class EncodingWitness() : DelegatingHandler(new SocketsHttpHandler())
    {
        public string? Request { get; private set; }

        public string? Response { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = request.Headers.GetValues("grpc-encoding").Single();
            var response = await base.SendAsync(request, cancellationToken);
            Response = response.Headers.GetValues("grpc-encoding").Single();
            return response;
        }
    }
}
