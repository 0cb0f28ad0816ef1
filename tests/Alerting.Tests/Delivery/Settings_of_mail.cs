using Microsoft.Extensions.Configuration;
using Parley.Alerting.Delivery;
using Parley.Platform.Hosting;

namespace Parley.Alerting.Tests.Delivery;

public sealed class Settings_of_mail
{
    [Fact]
    public void May_be_left_out_and_then_there_is_no_mail() => Read().Host.ShouldBeNull();

    [Fact]
    public void Are_left_out_where_they_are_empty_as_they_come_from_an_environment_that_has_none()
    {
        var options = Read("Host=", "Port=", "Security=StartTls", "User=", "From=");

        (options.Host, options.Port, options.User, options.From).ShouldBe((null, null, null, null));
    }

    [Theory]
    [InlineData("Security=starttls", 587)]
    [InlineData("Security=tls", 465)]
    [InlineData("Security=none", 25)]
    [InlineData("User=", 587)]
    public void Have_the_port_that_goes_with_the_security(string security, int port)
    {
        Read("Host=mail.example", "From=a@desk.example", security).PortInUse.ShouldBe(port);
        Read("Host=mail.example", "From=a@desk.example", security, "Port=2525").PortInUse.ShouldBe(2525);
    }

    [Theory]
    [InlineData("Host", "From=a@desk.example")]
    [InlineData("Host", "Password=hunter2")]
    [InlineData("From", "Host=mail.example")]
    [InlineData("From", "Host=mail.example", "From=nobody")]
    [InlineData("User", "Host=mail.example", "From=a@desk.example", "Password=hunter2")]
    [InlineData("Password", "Host=mail.example", "From=a@desk.example", "User=desk")]
    [InlineData("Port", "Host=mail.example", "From=a@desk.example", "Port=70000")]
    [InlineData("Security", "Host=mail.example", "From=a@desk.example", "Security=maybe")]
    [InlineData("Security", "Host=mail.example", "From=a@desk.example", "Security=none", "User=desk", "Password=hunter2")]
    [InlineData("CertificateAuthority", "Host=mail.example", "From=a@desk.example", "CertificateAuthority=/nowhere.pem")]
    [InlineData("CertificateAuthority", "Host=mail.example", "From=a@desk.example", "CertificateAuthority=/dev/null")]
    [InlineData("Hots", "Hots=mail.example")]
    public void That_are_wrong_are_named_and_the_password_is_not_repeated(string key, params string[] settings)
    {
        var error = Should.Throw<ConfigurationException>(() => Read(settings));

        error.Message.ShouldContain($"Parley:Mail:{key} ");
        error.Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void May_send_a_password_in_the_clear_within_the_machine_only() =>
        Read("Host=127.0.0.1", "From=a@desk.example", "Security=none", "User=desk", "Password=hunter2").Password.ShouldBe("hunter2");

    private static MailOptions Read(params string[] settings) => OptionsReader.Read<MailOptions>(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).ToDictionary(s => $"Parley:Mail:{s[0]}", s => (string?)s[1])).Build(),
        MailOptions.Section);
}
