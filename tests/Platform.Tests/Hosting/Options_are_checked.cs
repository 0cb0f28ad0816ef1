using Microsoft.Extensions.Configuration;
using Parley.Platform.Hosting;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;
using Parley.Platform.Telemetry;

namespace Parley.Platform.Tests.Hosting;

public sealed class Options_are_checked
{
    [Fact]
    public void What_is_given_is_read_and_the_rest_has_its_default()
    {
        var options = Read<BusOptions>(BusOptions.Section, ("URI", "amqp://desk:pass@127.0.0.1:5672/"), ("Prefetch", "12"));

        (options.Transport, options.Uri, options.Prefetch, options.BatchSize).ShouldBe((BusTransport.RabbitMq, "amqp://desk:pass@127.0.0.1:5672/", 12, 100));
    }

    [Fact]
    public void A_key_that_no_setting_has_is_named_with_those_that_there_are() =>
        Refused<GrpcOptions>(GrpcOptions.Section, ("Prot", "7101")).ShouldBe(
            "Parley:Grpc:Prot is no setting; there are Address, Certificate, CertificateKey, DefaultDeadlineSeconds, Keys, MaxMessageBytes, Port");

    [Fact]
    public void A_key_that_is_missing_is_named_with_its_environment_variable() =>
        Refused<PostgresOptions>(PostgresOptions.Section).ShouldBe(
            "Parley:Postgres:ConnectionString is missing (environment variable Parley__Postgres__ConnectionString)");

    [Fact]
    public void A_value_of_the_wrong_type_is_named_with_its_environment_variable()
    {
        var message = Refused<GrpcOptions>(GrpcOptions.Section, ("Port", "many"));

        message.ShouldStartWith("Parley:Grpc:Port cannot be read: ");
        message.ShouldContain("many");
        message.ShouldEndWith("(environment variable Parley__Grpc__Port)");
    }

    [Fact]
    public void A_value_out_of_range_is_named_with_its_environment_variable()
    {
        var message = Refused<GrpcOptions>(GrpcOptions.Section, ("Port", "65536"));

        message.ShouldContain("between 0 and 65535");
        message.ShouldEndWith("(environment variable Parley__Grpc__Port)");
    }

    [Fact]
    public void Every_key_that_is_wrong_is_named_and_none_that_is_right()
    {
        var lines = RefusedLines<BusOptions>(BusOptions.Section, ("Prefetch", "x"), ("Transport", "Pigeon"), ("Uri", "amqp://127.0.0.1"), ("BatchSize", "0"));

        lines.Select(l => l.Split(' ')[0]).ShouldBe(["Parley:Bus:Prefetch", "Parley:Bus:Transport", "Parley:Bus:BatchSize"], ignoreOrder: true);
    }

    [Fact]
    public void A_number_is_no_transport() =>
        Refused<BusOptions>(BusOptions.Section, ("Transport", "7")).ShouldStartWith("Parley:Bus:Transport must be RabbitMq or Memory");

    [Theory]
    [InlineData("")]
    [InlineData("http://127.0.0.1:5672")]
    [InlineData("127.0.0.1")]
    public void RabbitMQ_needs_its_address(string uri) =>
        Refused<BusOptions>(BusOptions.Section, ("Uri", uri)).ShouldStartWith("Parley:Bus:Uri is ");

    [Fact]
    public void Memory_needs_none() => Read<BusOptions>(BusOptions.Section, ("Transport", "memory")).Transport.ShouldBe(BusTransport.Memory);

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_named_and_not_repeated()
    {
        var message = Refused<PostgresOptions>(PostgresOptions.Section, ("ConnectionString", "Hots=127.0.0.1;Password=swordfish"));

        message.ShouldStartWith("Parley:Postgres:ConnectionString is not a connection string");
        message.ShouldNotContain("swordfish");
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("::")]
    [InlineData("2001:db8::1")]
    [InlineData("localhost")]
    [InlineData("*")]
    public void Without_keys_and_TLS_gRPC_listens_on_no_address_that_others_reach(string address) =>
        Refused<GrpcOptions>(GrpcOptions.Section, ("Address", address)).ShouldStartWith("Parley:Grpc:Address ");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("::1")]
    public void Grpc_listens_on_loopback(string address) => Read<GrpcOptions>(GrpcOptions.Section, ("Address", address)).Address.ShouldBe(address);

    [Fact]
    public void A_certificate_without_its_key_is_refused() =>
        RefusedLines<GrpcOptions>(GrpcOptions.Section, ("Certificate", "services.pem")).ShouldContain(line => line.StartsWith("Parley:Grpc:CertificateKey is missing", StringComparison.Ordinal));

    [Fact]
    public void Files_that_are_not_there_are_named_at_the_start()
    {
        var lines = RefusedLines<GrpcOptions>(GrpcOptions.Section, ("Certificate", "/absent.pem"), ("CertificateKey", "/absent.key"), ("Keys", "/absent.txt"));

        lines.Select(l => l.Split(' ')[0]).ShouldBe(["Parley:Grpc:Keys", "Parley:Grpc:Certificate"]);
        lines.ShouldAllBe(l => l.Contains("/absent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OtlpEndpoint", "")]
    [InlineData("OtlpEndpoint", "http://127.0.0.1:4317")]
    [InlineData("SampleRatio", "0.25")]
    public void Telemetry_takes(string key, string value) => Read<TelemetryOptions>(TelemetryOptions.Section, (key, value));

    [Theory]
    [InlineData("OtlpEndpoint", "127.0.0.1:4317")]
    [InlineData("OtlpEndpoint", "ftp://127.0.0.1")]
    [InlineData("OtlpEndpoint", "http://")]
    [InlineData("SampleRatio", "1.4")]
    [InlineData("SampleRatio", "-0.3")]
    public void Telemetry_does_not_take(string key, string value) =>
        Refused<TelemetryOptions>(TelemetryOptions.Section, (key, value)).ShouldStartWith($"Parley:Telemetry:{key} ");

    private static TOptions Read<TOptions>(string section, params (string Key, string? Value)[] settings)
        where TOptions : class, new() => OptionsReader.Read<TOptions>(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"{section}:{s.Key}", s => s.Value)).Build(), section);

    private static string Refused<TOptions>(string section, params (string Key, string? Value)[] settings)
        where TOptions : class, new() => RefusedLines<TOptions>(section, settings).ShouldHaveSingleItem();

    private static IReadOnlyList<string> RefusedLines<TOptions>(string section, params (string Key, string? Value)[] settings)
        where TOptions : class, new()
    {
        var lines = Should.Throw<ConfigurationException>(() => Read<TOptions>(section, settings)).Message.Split(Environment.NewLine);
        lines[0].ShouldBe("The configuration is wrong:");
        return [.. lines.Skip(1).Select(l => l.Trim())];
    }
}
