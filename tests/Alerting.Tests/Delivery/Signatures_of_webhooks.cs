using System.Security.Cryptography;
using Parley.Alerting.Delivery;

namespace Parley.Alerting.Tests.Delivery;

public sealed class Signatures_of_webhooks
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public void Are_those_that_the_published_libraries_expect() =>
        WebhookSignature.Header([Secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void Stand_side_by_side_while_two_secrets_are_valid()
    {
        var newer = WebhookSignature.NewSecret();

        WebhookSignature.Header([newer, Secret], "a", 1, "b"u8).Split(' ')
            .ShouldBe([WebhookSignature.Header([newer], "a", 1, "b"u8), WebhookSignature.Header([Secret], "a", 1, "b"u8)]);
    }

    [Fact]
    public void Are_of_the_bytes_and_not_of_a_text_that_reads_alike()
    {
        byte[] body = [0xe9, 0x00, 0xff];
        var expected = HMACSHA256.HashData(Convert.FromBase64String(Secret[6..]), (byte[])[.. "id.7."u8, .. body]);

        WebhookSignature.Header([Secret], "id", 7, body).ShouldBe("v1," + Convert.ToBase64String(expected));
    }

    [Fact]
    public void Are_made_with_secrets_of_32_random_bytes()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => WebhookSignature.NewSecret()).ToList();

        secrets.ShouldBeUnique();
        secrets.ShouldAllBe(s => s.StartsWith("whsec_", StringComparison.Ordinal) && Convert.FromBase64String(s.Substring(6)).Length == 32);
    }

    [Theory]
    [InlineData("e-1a2b/3/sub-0f", "e-1a2b/3/sub-0f")]
    [InlineData("a.b", "a%2Eb")]
    [InlineData("a%2Eb", "a%252Eb")]
    [InlineData("Åland 1", "%C3%85land%201")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    public void Have_an_id_without_a_full_stop_that_tells_ids_apart(string id, string header) => EventIds.ForHeader(id).ShouldBe(header);

    [Fact]
    public void Are_answered_with_text_that_is_told_on_one_line_and_short_and_cannot_act_on_a_screen()
    {
        AnswerText.Clean(" one\r\n\ttwo\0\u001b[31m three\u202e\u2028 ").ShouldBe("one two [31m three");
        AnswerText.Clean(new string('x', 5_000)).Length.ShouldBe(200);
        AnswerText.Clean(string.Concat(Enumerable.Repeat("x😀", 100))).ShouldBe(string.Concat(Enumerable.Repeat("x😀", 66)) + "x");
        AnswerText.Clean("\ud800").ShouldBe("\ufffd");
    }
}
