using Grpc.Core;
using Grpc.Health.V1;
using Parley.Platform.Grpc;
using static Grpc.Health.V1.HealthCheckResponse.Types;
using Client = Grpc.Health.V1.Health.HealthClient;

namespace Parley.Platform.Tests.Grpc;

public sealed class HealthOverGrpc
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task The_server_as_a_whole_serves_from_the_start()
    {
        await using var host = await DeskHost.StartAsync();

        var response = await new Client(host.Channel).CheckAsync(new HealthCheckRequest());

        response.Status.ShouldBe(ServingStatus.Serving);
    }

    [Fact]
    public async Task Check_gives_the_status_that_the_host_set()
    {
        await using var host = await DeskHost.StartAsync();
        host.Health.Set("platform.tests.Desk", ServingStatus.NotServing);

        var response = await new Client(host.Channel).CheckAsync(new HealthCheckRequest { Service = "platform.tests.Desk" });

        response.Status.ShouldBe(ServingStatus.NotServing);
    }

    [Fact]
    public async Task Check_of_an_unknown_service_is_NOT_FOUND()
    {
        await using var host = await DeskHost.StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(
            new Client(host.Channel).CheckAsync(new HealthCheckRequest { Service = "absent" }).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task List_gives_every_service()
    {
        await using var host = await DeskHost.StartAsync();
        host.Health.Set("platform.tests.Desk", ServingStatus.NotServing);

        var response = await new Client(host.Channel).ListAsync(new HealthListRequest());

        response.Statuses.ToDictionary(p => p.Key, p => p.Value.Status).ShouldBe(
            new Dictionary<string, ServingStatus>
            {
                [""] = ServingStatus.Serving,
                ["platform.tests.Desk"] = ServingStatus.NotServing,
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task List_tells_the_version_of_the_program_in_a_header()
    {
        await using var host = await DeskHost.StartAsync();
        using var call = new Client(host.Channel).ListAsync(new HealthListRequest());

        (await call.ResponseHeadersAsync).GetValue(GrpcHealthExtensions.VersionHeader).ShouldNotBeNull().ShouldMatch(@"^\d+\.\d+\.\d+$");
    }

    [Fact]
    public async Task Watch_tells_the_status_and_each_change()
    {
        await using var host = await DeskHost.StartAsync();
        using var call = new Client(host.Channel).Watch(new HealthCheckRequest { Service = "desk" });

        (await Next(call)).ShouldBe(ServingStatus.ServiceUnknown);
        host.Health.Set("desk", ServingStatus.Serving);
        (await Next(call)).ShouldBe(ServingStatus.Serving);
        host.Health.Set("desk", ServingStatus.NotServing);
        (await Next(call)).ShouldBe(ServingStatus.NotServing);
    }

    [Fact]
    public async Task Watch_says_not_serving_and_ends_when_the_host_stops()
    {
        await using var host = await DeskHost.StartAsync();
        using var call = new Client(host.Channel).Watch(new HealthCheckRequest());
        (await Next(call)).ShouldBe(ServingStatus.Serving);

        var stop = host.StopAsync();

        (await Next(call)).ShouldBe(ServingStatus.NotServing);
        (await call.ResponseStream.MoveNext().WaitAsync(Patience)).ShouldBeFalse();
        await stop.WaitAsync(Patience);
    }

    private static async Task<ServingStatus> Next(AsyncServerStreamingCall<HealthCheckResponse> call)
    {
        (await call.ResponseStream.MoveNext().WaitAsync(Patience)).ShouldBeTrue();
        return call.ResponseStream.Current.Status;
    }
}
