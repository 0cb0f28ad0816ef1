using System.Net;
using System.Text.RegularExpressions;
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
        text.ShouldEndWith("\n-- \nYou get this because of the subscription “Libya desk” (sub-1). Whoever runs Parley for you can change, pause or end it: "
            + "./parley subscribe change, pause or delete sub-1.\n");
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
    public void Says_when_where_and_who_in_full()
    {
        var visit = Changes.Visit with { Participants = [Changes.Visit.Participants[0] with { Persons = ["Nikos Kosta"] }, .. Changes.Visit.Participants.Skip(1)] };

        foreach (var text in BothForms(Changes.PutOff with { After = visit with { Status = EntryStatus.UnderWay }, Before = visit with { Status = EntryStatus.Planned } }))
        {
            text.ShouldContain("\nWhen: Tuesday, 4 March 2031\nWhere: Nicosia, Cyprus\nWho: Cyprus (Nikos Kosta), Turkey; mediated by United Nations\nStatus: planned → under way\n");
            text.ShouldNotContain("before:");
        }

        foreach (var text in BothForms(Changes.NewTruce))
            text.ShouldNotMatch("\nWh(en|ere|o):");
    }

    [Fact]
    public void Says_what_each_was_before_where_the_change_moved_it()
    {
        var wrong = Changes.Visit with
        {
            Kind = EntryKind.Meeting,
            Start = new DateOnly(2031, 3, 1),
            StartPrecision = DatePrecision.Month,
            Place = null,
            Participants = [.. Changes.Visit.Participants.Take(1)],
        };

        foreach (var text in BothForms(Changes.PutOff with { Before = wrong, Reason = ChangeReason.Correction, Kind = ChangeKind.Details }))
        {
            text.ShouldContain("\nForm: visit (before: meeting)\nWhen: Tuesday, 4 March 2031 (before: March 2031)\nWhere: Nicosia, Cyprus (before: not known)\n"
                + "Who: Cyprus, Turkey; mediated by United Nations (before: Cyprus)\nStatus: postponed (details)\n");
        }
    }

    [Fact]
    public void Takes_the_day_that_was_given_up_for_no_day_to_come()
    {
        var moved = Changes.PutOff with { Before = Changes.Visit with { Status = EntryStatus.Planned, Start = new DateOnly(2031, 3, 3) } };

        BothForms(Changes.PutOff).ShouldAllBe(text => text.Contains("\nWas set for: Tuesday, 4 March 2031\n"));
        BothForms(Changes.PutOff with { After = Changes.Visit with { Status = EntryStatus.Cancelled } }).ShouldAllBe(text => text.Contains("\nWas set for: Tuesday, 4 March 2031\n"));
        BothForms(Changes.PutOff with { Kind = ChangeKind.New, Version = 1, Before = null }).ShouldAllBe(text => text.Contains("\nWas set for: Tuesday, 4 March 2031\n"));
        BothForms(Changes.PutOff with { Kind = ChangeKind.Details, Before = Changes.Visit with { Place = null } }).ShouldAllBe(text => text.Contains("\nDay told: Tuesday, 4 March 2031\n"));
        BothForms(moved).ShouldAllBe(text => text.Contains("\nWhen: Tuesday, 4 March 2031 (before: Monday, 3 March 2031)\n"));
    }

    [Fact]
    public void Of_what_is_withdrawn_says_who_had_told_it()
    {
        foreach (var text in BothForms(Told with { Kind = ChangeKind.Retracted, Reason = ChangeReason.Correction }))
        {
            text.ShouldContain("\nWas reported by:\n");
            text.ShouldNotContain("Sources:");
        }
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

    [Fact]
    public void Of_an_entry_whose_id_a_correction_changed_joins_those_of_both_ids()
    {
        var change = Changes.PutOff with { Before = Changes.Visit with { Id = "e-0" }, Reason = ChangeReason.Correction };

        using var mail = Read(Notices.Of(BatchKind.Single, change));

        mail.InReplyTo.ShouldBe("entry/e-0/sub-1@desk.example");
        mail.References.ShouldBe(["entry/e-0/sub-1@desk.example", "entry/e-1/sub-1@desk.example"]);
    }

    /// <summary>The mail as plain text, and its HTML as lines of text.</summary>
    private static string[] BothForms(LedgerChange change)
    {
        var notice = Notices.Of(BatchKind.Single, change);
        var html = MailText.Html(notice, Links).Replace("<br>", "\n", StringComparison.Ordinal);
        return [MailText.Plain(notice, Links), WebUtility.HtmlDecode(Regex.Replace(html.Replace("<p>", "\n", StringComparison.Ordinal).Replace("</p>", "\n", StringComparison.Ordinal), "<[^>]+>", ""))];
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
