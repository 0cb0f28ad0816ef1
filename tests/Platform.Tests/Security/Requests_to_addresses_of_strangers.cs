using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Parley.Platform.Security;

namespace Parley.Platform.Tests.Security;

public sealed class Requests_to_addresses_of_strangers : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<string> _requests = [];
    private WebApplication _server = null!;
    private int _port;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(context =>
        {
            _requests.Add($"{context.Request.Host}{context.Request.Path} {string.Join(' ', context.Request.Headers.Select(h => h.Key).Order(StringComparer.Ordinal))}");
            if (context.Request.Path == "/moved")
                context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await _server.StartAsync();
        _port = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task Do_not_reach_this_machine_by_any_of_its_names(string host)
    {
        using var client = new HttpClient(StrangersHandler.Make(allowPrivate: false, Patience));

        (await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://{host}:{_port}/")))).InnerException.ShouldBeOfType<PrivateAddressException>();

        _requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Do_not_follow_a_name_behind_the_firewall_nor_tell_where_it_leads()
    {
        using var client = new HttpClient(StrangersHandler.Make(allowPrivate: false, Patience, (_, _) => Task.FromResult(new[] { IPAddress.Loopback, IPAddress.Parse("10.1.2.3") })));

        var refusal = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://desk.example:{_port}/")));

        refusal.InnerException.ShouldBeOfType<PrivateAddressException>().Message.ShouldBe("desk.example is at no public address");
        _requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Connect_to_the_address_that_was_looked_at_and_tell_nothing_of_our_traces()
    {
        using var trace = new Activity("trace").Start();
        var asked = 0;
        using var client = new HttpClient(StrangersHandler.Make(allowPrivate: true, Patience, (_, _) =>
        {
            asked++;
            return Task.FromResult(new[] { IPAddress.Loopback });
        }));

        await client.GetAsync(new Uri($"http://desk.example:{_port}/"));

        // The name does not exist: whoever resolved it for himself would not have come here.
        _requests.ShouldBe([$"desk.example:{_port}/ Host"]);
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task Try_the_next_address_where_one_does_not_answer()
    {
        // Nothing listens on that one: the server has the first of the loopback's addresses only.
        using var client = new HttpClient(StrangersHandler.Make(allowPrivate: true, Patience, (_, _) => Task.FromResult(new[] { IPAddress.Parse("127.9.9.9"), IPAddress.Loopback })));

        (await client.GetAsync(new Uri($"http://desk.example:{_port}/"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Do_not_go_where_an_answer_sends_them()
    {
        using var client = new HttpClient(StrangersHandler.Make(allowPrivate: true, Patience));

        (await client.GetAsync(new Uri($"http://127.0.0.1:{_port}/moved"))).StatusCode.ShouldBe(HttpStatusCode.Found);

        _requests.ShouldBe([$"127.0.0.1:{_port}/moved Host"]);
    }

    [Fact]
    public void Take_no_proxy_from_the_environment()
    {
        using var handler = StrangersHandler.Make(allowPrivate: true, Patience);

        handler.UseProxy.ShouldBeFalse();
    }
}
