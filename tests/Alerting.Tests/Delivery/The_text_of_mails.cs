using System.Net;
using MimeKit;
using Parley.Alerting.Delivery;
using Parley.Alerting.Matching;
using Parley.Alerting.Pacing;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Delivery;

public sealed class The_text_of_mails
{
    private static readonly LinkMaker Links = new(new DeliveryOptions { LinkBase = "https://parley.example" });
    private static readonly EmailChannel To = new() { Id = "1", To = ["desk@desk.example", "night@desk.example"] };
    private static readonly MailboxAddress From = new("Parley", "alerts@desk.example");

    /// <summary>The put-off, told by an outlet with an address and by one that would be more than text in HTML.</summary>
    private static LedgerChange Told
    {
        get
        {
            var told = Changes.Told("Gazette", "<b>Herald</b> & \"Sons\"");
            var history = told.History.Select(s => s.Outlet == "Gazette" ? s with { Url = "https://gazette.example/7?a=1&b=2" } : s with { Url = "javascript:alert(1)" }).ToList();
            return Changes.PutOff with { After = told with { History = history }, Cause = history[1] with { Evidence = new Evidence(0, 9, "It was <put> off.") } };
        }
    }

    [Fact]
    public void Tells_the_alert_its_sources_the_step_and_whose_it_is_in_plain_lines()
    {
        var text = MailText.Plain(Notices.Of(BatchKind.Single, Told), Links);

        text.ShouldStartWith(Headline.Of(Told) + ".\n“It was <put> off.”\n");
        text.ShouldContain("\nStatus: planned → postponed\nSeverity: warning\n");
        text.ShouldContain("\n- Gazette, 2 March 2031 18:05 +00:00\n  https://gazette.example/7?a=1&b=2\n");
        text.ShouldContain("\n- <b>Herald</b> & \"Sons\", ");
        text.ShouldContain("\nIts whole history: https://parley.example/entries/e-1\n");
        text.ShouldContain("\n-- \n");
        text.ShouldContain("“Libya desk”, sub-1");
    }

    [Fact]
    public void Says_the_same_in_HTML_with_everything_escaped_and_nothing_to_load()
    {
        var html = MailText.Html(Notices.Of(BatchKind.Single, Told), Links);

        html.ShouldContain("It was &lt;put&gt; off.");
        html.ShouldContain("<b>planned → postponed</b>".Replace("→", WebUtility.HtmlEncode("→"), StringComparison.Ordinal));
        html.ShouldContain("<a href=\"https://gazette.example/7?a=1&amp;b=2\">Gazette</a>");
        html.ShouldContain("<li>&lt;b&gt;Herald&lt;/b&gt; &amp; &quot;Sons&quot;, ");
        html.ShouldContain("<a href=\"https://parley.example/entries/e-1\">");
        foreach (var loaded in new[] { "<img", "src=", "url(", "<link", "<script", "href=\"javascript" })
            html.ShouldNotContain(loaded);
    }

    [Fact]
    public void Of_several_says_how_many_and_tells_each()
    {
        var digest = Notices.Of(BatchKind.Digest, Told, Changes.NewTruce);

        MailText.Subject(digest).ShouldBe("Libya desk: 2 alerts in this digest");
        foreach (var text in new[] { MailText.Plain(digest, Links), WebUtility.HtmlDecode(MailText.Html(digest, Links)) })
        {
            text.ShouldContain("Libya desk: 2 alerts in this digest");
            text.ShouldContain(Headline.Of(Told));
            text.ShouldContain(Headline.Of(Changes.NewTruce));
            text.ShouldContain("Status: ");
        }
    }

    [Fact]
    public void Has_a_subject_of_one_line_whatever_the_subscriber_calls_himself()
    {
        var digest = Notices.Of(BatchKind.Quiet, Told, Changes.NewTruce);
        digest = digest with { Subscription = digest.Subscription with { Name = "Desk\r\nBcc: other@desk.example" } };

        using var mail = Read(digest);

        mail.Subject.ShouldBe("Desk Bcc: other@desk.example: 2 alerts of quiet hours");
        mail.Bcc.ShouldBeEmpty();
    }

    [Fact]
    public void Comes_in_both_forms_and_with_what_mail_readers_and_servers_go_by()
    {
        using var mail = Read(Notices.Of(BatchKind.Single, Told));

        mail.Subject.ShouldBe(Headline.Of(Told));
        mail.Body!.ContentType.MimeType.ShouldBe("multipart/alternative");
        mail.BodyParts.Select(p => p.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        mail.To.Mailboxes.Select(m => m.Address).ShouldBe(To.To);
        mail.MessageId.ShouldBe("e-1/2/sub-1@desk.example");
        mail.Headers[HeaderId.ListId].ShouldBe("<sub-1.desk.example>");
        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        mail.Date.ShouldBe(Changes.Time.AddMinutes(1));
    }

    [Fact]
    public void Hangs_together_with_the_other_mails_of_the_entry_and_with_no_others()
    {
        using var one = Read(Notices.Of(BatchKind.Single, Told));
        using var later = Read(Notices.Of(BatchKind.Group, Changes.PutOff with { Version = 3 }, Changes.PutOff with { Version = 4 }));
        using var other = Read(Notices.Of(BatchKind.Single, Changes.NewTruce));
        using var both = Read(Notices.Of(BatchKind.Digest, Told, Changes.NewTruce));

        one.References.Single().ShouldBe("entry/e-1/sub-1@desk.example");
        one.InReplyTo.ShouldBe(one.References.Single());
        later.References.ShouldBe(one.References);
        later.MessageId.ShouldBe("digest/0123456789abcdef0123456789abcdef@desk.example");
        other.References.ShouldNotBe(one.References);
        both.References.ShouldBeEmpty();
    }

    /// <summary>Written and read back, as it is on the way.</summary>
    private static MimeMessage Read(Notice notice)
    {
        using var stream = new MemoryStream();
        using (var written = MailWriter.Write(notice, To, From, Links))
            written.WriteTo(stream);
        stream.Position = 0;
        return MimeMessage.Load(stream);
    }
}
