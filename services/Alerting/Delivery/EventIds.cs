using System.Buffers;
using System.Globalization;
using System.Text;

namespace Parley.Alerting.Delivery;

/// <summary>Ids of events as headers of HTTP and of mail can carry them.</summary>
internal static class EventIds
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/");

    /// <summary>
    /// The same for the same id, and another for another: what is neither a letter of ASCII nor a digit nor one of <c>- _ /</c> stands as its
    /// bytes of UTF-8 behind percent signs. A full stop would break what Standard Webhooks signs, others the Message-ID of a mail.
    /// </summary>
    public static string ForHeader(string id)
    {
        if (!id.AsSpan().ContainsAnyExcept(Plain))
            return id;
        var text = new StringBuilder(id.Length + 8);
        foreach (var part in Encoding.UTF8.GetBytes(id))
        {
            if (Plain.Contains((char)part))
                text.Append((char)part);
            else
                text.Append(CultureInfo.InvariantCulture, $"%{part:X2}");
        }

        return text.ToString();
    }
}
