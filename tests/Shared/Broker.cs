using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Parley.Tests;

/// <summary>A RabbitMQ whose tests each have a virtual host, and so queues, of their own.</summary>
/// <param name="Amqp">Address, user and password.</param>
/// <param name="Management">The management API, for the same user.</param>
internal sealed record Broker(Uri Amqp, Uri Management)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Makes a virtual host, and says where it is.</summary>
    public async Task<Uri> CreateVirtualHostAsync(string name)
    {
        // The management API opens a moment after the broker's own port.
        await Eventually.SeeAsync($"virtual host {name} can be made", async () => await SendAsync(HttpMethod.Put, name), status => status is HttpStatusCode.Created or HttpStatusCode.NoContent);
        return new UriBuilder(Amqp) { Path = name }.Uri;
    }

    /// <summary>Removes it with all its queues.</summary>
    public Task DeleteVirtualHostAsync(string name) => SendAsync(HttpMethod.Delete, name);

    /// <summary>The keys by which a queue of a virtual host is bound, as the management API's JSON; empty where there is no such queue.</summary>
    public async Task<string> BindingsAsync(Uri virtualHost, string queue)
    {
        using var client = new HttpClient { Timeout = Patience };
        using var request = Request(HttpMethod.Get, $"api/queues/{virtualHost.AbsolutePath.TrimStart('/')}/{queue}/bindings");
        using var response = await client.SendAsync(request);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : "";
    }

    private async Task<HttpStatusCode?> SendAsync(HttpMethod method, string name)
    {
        using var client = new HttpClient { Timeout = Patience };
        using var request = Request(method, $"api/vhosts/{name}");
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        try
        {
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path) => new(method, new Uri(Management, path))
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(Amqp.UserInfo)))) },
    };
}
