using System.Text.Json;
using Parley.Alerting.Delivery;
using Parley.Alerting.Subscriptions;

namespace Parley.Integration.Tests.Alerting;

/// <summary>Mails to a server by Nodemailer, read by its mailparser.</summary>
public sealed class Mails : IDisposable
{
    private static readonly LinkMaker Links = new(new DeliveryOptions { LinkBase = "https://parley.example" });

    private readonly TestAuthority _authority = new();
    private readonly string _authorityFile = Path.GetTempFileName();

    public Mails() => File.WriteAllText(_authorityFile, _authority.Pem);

    public void Dispose()
    {
        _authority.Dispose();
        File.Delete(_authorityFile);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task Arrive_encrypted_and_from_a_user_who_has_logged_in(MailSecurity security)
    {
        using var certificate = _authority.Issue("127.0.0.1");
        await using var server = await SmtpServer.StartAsync(certificate, security == MailSecurity.Tls, "desk", "hunter2");

        var outcome = await SendAsync(Options(server, security, _authorityFile, "desk", "hunter2"), Notices.Of(), "desk@desk.example", "night@desk.example");

        outcome.Delivered.ShouldBeTrue(outcome.Text);
        var mail = await server.NextAsync();
        (mail.GetProperty("secure").GetBoolean(), Text(mail, "user")).ShouldBe((true, "desk"));
        mail.GetProperty("envelope").ToString().ShouldBe("""{"from":"alerts@desk.example","to":["desk@desk.example","night@desk.example"]}""");
        (Text(mail, "from"), Text(mail, "subject")).ShouldBe(("\"Parley\" <alerts@desk.example>", Parley.Alerting.Matching.Headline.Of(Changes.Of("e-1", actors: ["NOR", "SWE"]))));
        Text(mail, "message_id").ShouldBe("<e-1/1/sub-1@desk.example>");
        Text(mail, "in_reply_to").ShouldBe("<entry/e-1/sub-1@desk.example>");
        var headers = mail.GetProperty("headers");
        (Text(headers, "auto-submitted"), Text(headers, "list-id"), Text(headers, "references"), Text(headers, "mime-version"))
            .ShouldBe(("auto-generated", "<sub-1.desk.example>", "<entry/e-1/sub-1@desk.example>", "1.0"));
        Text(headers, "content-type").ShouldStartWith("multipart/alternative");
        Text(mail, "text").ShouldContain("“They met.”");
        Text(mail, "html").ShouldContain("https://parley.example/entries/e-1");
        mail.GetProperty("attachments").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Are_not_sent_to_a_server_whose_certificate_nobody_vouches_for()
    {
        using var certificate = _authority.Issue("127.0.0.1");
        using var other = new TestAuthority();
        await File.WriteAllTextAsync(_authorityFile, other.Pem);
        await using var server = await SmtpServer.StartAsync(certificate);

        foreach (var authority in new[] { null, _authorityFile })
        {
            var outcome = await SendAsync(Options(server, MailSecurity.StartTls, authority), Notices.Of(), "desk@desk.example");
            (outcome.Delivered, outcome.Final).ShouldBe((false, false));
            outcome.Text.ShouldContain("certificate");
        }

        (await server.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Are_not_sent_to_a_server_with_the_certificate_of_another()
    {
        using var certificate = _authority.Issue("192.0.2.1");
        await using var server = await SmtpServer.StartAsync(certificate);

        (await SendAsync(Options(server, MailSecurity.StartTls, _authorityFile), Notices.Of(), "desk@desk.example")).Delivered.ShouldBeFalse();

        (await server.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Are_not_sent_in_the_clear_where_encryption_is_wanted()
    {
        await using var server = await SmtpServer.StartAsync();

        var outcome = await SendAsync(Options(server, MailSecurity.StartTls), Notices.Of(), "desk@desk.example");

        (outcome.Delivered, outcome.Final).ShouldBe((false, false));
        outcome.Text.ShouldContain("STARTTLS");
        (await server.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Wait_while_the_server_does_not_know_the_password_and_do_not_tell_it()
    {
        using var certificate = _authority.Issue("127.0.0.1");
        await using var server = await SmtpServer.StartAsync(certificate, user: "desk", password: "hunter2");

        var outcome = await SendAsync(Options(server, MailSecurity.StartTls, _authorityFile, "desk", "hunter3"), Notices.Of(), "desk@desk.example");

        (outcome.Delivered, outcome.Final).ShouldBe((false, false));
        outcome.Text.ShouldContain("who are you");
        outcome.Text.ShouldNotContain("hunter3");
    }

    [Theory]
    [InlineData("nobody@desk.example", "nobody@desk.example: 550 no such mailbox")]
    [InlineData("filter@desk.example", "554 not such a text")]
    public async Task Are_given_up_where_they_are_refused_for_good(string to, string said)
    {
        await using var server = await SmtpServer.StartAsync();

        (await SendAsync(Options(server), Notices.Of(), to)).ShouldBe(new Outcome(false, said) { Final = true });
    }

    [Fact]
    public async Task Reach_the_others_where_one_mailbox_is_gone()
    {
        await using var server = await SmtpServer.StartAsync();

        var outcome = await SendAsync(Options(server), Notices.Of(), "nobody@desk.example", "desk@desk.example");

        outcome.Delivered.ShouldBeTrue();
        outcome.Text.ShouldEndWith("; nobody@desk.example: 550 no such mailbox");
        (await server.NextAsync()).GetProperty("envelope").GetProperty("to").ToString().ShouldBe("""["desk@desk.example"]""");
    }

    [Fact]
    public async Task Come_again_to_those_only_who_could_not_be_reached()
    {
        await using var server = await SmtpServer.StartAsync();
        using var sender = new MailSender(Options(server), Links);
        var (notice, channel) = (Notices.Of(), new EmailChannel { Id = "1", To = ["desk@desk.example", "later@desk.example"] });

        var first = await sender.SendAsync(notice, channel, CancellationToken.None);
        var second = await sender.SendAsync(notice, channel, CancellationToken.None);

        (first.Delivered, first.Final).ShouldBe((false, false));
        first.Text.ShouldContain("later@desk.example: 451 try again later");
        second.Delivered.ShouldBeTrue(second.Text);
        var (one, other) = (await server.NextAsync(), await server.NextAsync());
        one.GetProperty("envelope").GetProperty("to").ToString().ShouldBe("""["desk@desk.example"]""");
        other.GetProperty("envelope").GetProperty("to").ToString().ShouldBe("""["later@desk.example"]""");
        Text(other, "message_id").ShouldBe(Text(one, "message_id"));
    }

    [Fact]
    public async Task Wait_while_the_server_is_away()
    {
        var server = await SmtpServer.StartAsync();
        var options = Options(server);
        await server.DisposeAsync();

        (await SendAsync(options, Notices.Of(), "desk@desk.example")).ShouldBe(new Outcome(false, "Connection refused"));
    }

    private static MailOptions Options(SmtpServer server, MailSecurity security = MailSecurity.None, string? authority = null, string? user = null, string? password = null) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        From = "alerts@desk.example",
        Security = security,
        CertificateAuthority = authority,
        User = user,
        Password = password,
    };

    private static async Task<Outcome> SendAsync(MailOptions options, Notice notice, params string[] to)
    {
        using var sender = new MailSender(options, Links);
        return await sender.SendAsync(notice, new EmailChannel { Id = "1", To = to }, CancellationToken.None);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
