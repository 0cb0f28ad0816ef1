using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Security;

namespace Parley.Alerting.Delivery;

/// <summary>Posts events to webhooks, signed by Standard Webhooks.</summary>
internal sealed class WebhookSender : IChannelSender, IDisposable
{
    /// <summary>The most bytes that are read of an answer.</summary>
    private const int MostRead = 64 * 1024;

    /// <summary>How long the text of an answer is waited for. Its status has come by then, and that decides.</summary>
    private static readonly TimeSpan TextPatience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    private static readonly ProductInfoHeaderValue Agent = new("Parley", typeof(WebhookSender).Assembly.GetName().Version!.ToString(3));

    private readonly WebhookSecretTable _secrets;
    private readonly LinkMaker _links;
    private readonly DeliveryOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _client;

    public WebhookSender(WebhookSecretTable secrets, LinkMaker links, DeliveryOptions options, TimeProvider time)
    {
        (_secrets, _links, _options, _time) = (secrets, links, options, time);
        _client = new HttpMessageInvoker(StrangersHandler.Make(options.AllowPrivateAddresses, TimeSpan.FromSeconds(options.TimeoutSeconds)));
    }

    public bool SendsTo(Channel channel) => channel is WebhookChannel;

    public async Task<Outcome> SendAsync(Notice notice, Channel channel, CancellationToken cancellation)
    {
        var url = new Uri(((WebhookChannel)channel).Url);
        // The operator may have thought better of it since the channel was made.
        if (url.Scheme != Uri.UriSchemeHttps && !_options.AllowHttp)
            return new Outcome(false, "not sent: http is not allowed here, https is");
        var now = _time.GetUtcNow();
        var secrets = await _secrets.FindAsync(notice.Subscription.Id, channel.Id, now, cancellation);
        if (secrets.Count == 0)
            return new Outcome(false, "not sent: the channel has no secret to sign with; RotateWebhookSecret gives it one");
        using var request = Request(notice, url, secrets, now.ToUnixTimeSeconds());
        try
        {
            using var response = await _client.SendAsync(request, cancellation);
            return await ReadAsync(response, cancellation);
        }
        catch (HttpRequestException e)
        {
            // What .NET says around it is of no use to the receiver.
            return new Outcome(false, AnswerText.Clean(e.GetBaseException().Message));
        }
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Request(Notice notice, Uri url, IReadOnlyList<string> secrets, long timestamp)
    {
        var body = CloudEvents.Body(notice, _links);
        var id = EventIds.ForHeader(CloudEvents.IdOf(notice));
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            // Over TLS, where the receiver speaks it; else 1.1.
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(CloudEvents.ContentType) } },
        };
        request.Headers.UserAgent.Add(Agent);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Header(secrets, id, timestamp, body));
        return request;
    }

    private async Task<Outcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var said = string.Create(CultureInfo.InvariantCulture, $"{status} {AnswerText.Clean(response.ReasonPhrase ?? "")}").TrimEnd();
        if (status is >= 300 and < 400)
            said += response.Headers.Location is { } location ? $", to {AnswerText.Clean(location.OriginalString)}: redirects are not followed" : ": redirects are not followed";
        else if (AnswerText.Clean(await TextAsync(response, cancellation)) is { Length: > 0 } text)
            said += $": {text}";
        return new Outcome(response.IsSuccessStatusCode, said) { Gone = response.StatusCode == HttpStatusCode.Gone, RetryAfter = RetryAfter(response) };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => seconds,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ => TimeSpan.Zero,
        };
        return response.IsSuccessStatusCode || asked <= TimeSpan.Zero ? null : asked < LongestRetryAfter ? asked : LongestRetryAfter;
    }

    /// <summary>What can be had of the answer's text. That it breaks off, or does not come, takes nothing from the status.</summary>
    private async Task<string> TextAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var buffer = new byte[MostRead];
        var length = 0;
        using var patience = new CancellationTokenSource(TextPatience, _time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(ending.Token);
            while (length < buffer.Length && await stream.ReadAsync(buffer.AsMemory(length), ending.Token) is > 0 and var read)
                length += read;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // What has come is told.
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
