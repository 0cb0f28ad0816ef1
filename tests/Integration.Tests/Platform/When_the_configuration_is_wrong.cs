using Parley.Platform.Hosting;
using Parley.Standalone;

namespace Parley.Integration.Tests.Platform;

public sealed class When_the_configuration_is_wrong
{
    [Theory]
    [InlineData("Parley:Postgres:ConnectionString", "")]
    [InlineData("Parley:Postgres:DatabasePrefix", "Mine; DROP")]
    [InlineData("Parley:Postgres:Conection", "Host=127.0.0.1")]
    [InlineData("Parley:Bus:Uri", "")]
    [InlineData("Parley:Bus:Uri", "http://127.0.0.1")]
    [InlineData("Parley:Bus:Transport", "Pigeon")]
    [InlineData("Parley:Bus:Prefetch", "0")]
    [InlineData("Parley:Bus:Prefetch", "many")]
    [InlineData("Parley:Grpc:Address", "0.0.0.0")]
    [InlineData("Parley:Grpc:Port", "70000")]
    [InlineData("Parley:Telemetry:SampleRatio", "2")]
    [InlineData("Parley:Ledger:EventWindowDays", "-1")]
    [InlineData("Parley:Ledger:EventWindow", "7")]
    public void The_host_is_not_built_and_the_message_names_the_key(string key, string value)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Parley:Postgres:ConnectionString"] = "Host=127.0.0.1",
            ["Parley:Bus:Uri"] = "amqp://127.0.0.1/",
            [key] = value,
        };

        Should.Throw<ConfigurationException>(() => ParleyHost.Build("test", [], StandaloneHost.Add, StandaloneHost.Map, settings))
            .Message.ShouldContain(key);
    }

    [Fact]
    public void Every_wrong_key_is_named_at_once()
    {
        var settings = new Dictionary<string, string?> { ["Parley:Bus:Uri"] = "amqp://127.0.0.1/", ["Parley:Bus:Prefetch"] = "0", ["Parley:Bus:BatchSize"] = "0" };

        var message = Should.Throw<ConfigurationException>(() => ParleyHost.Build("test", [], StandaloneHost.Add, StandaloneHost.Map, settings)).Message;

        message.ShouldContain("Parley:Bus:Prefetch");
        message.ShouldContain("Parley:Bus:BatchSize");
    }
}
