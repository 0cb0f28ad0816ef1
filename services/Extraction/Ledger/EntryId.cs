using System.Security.Cryptography;
using System.Text;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Ids of entries.</summary>
public static class EntryId
{
    /// <summary>
    /// The id of the entry that begins with the mention: its type and 20 hexadecimal digits. Every mention has one, whether an entry begins
    /// with it or not, so an id that an entry once had leads to the entry which holds that mention now.
    /// </summary>
    public static string Of(LedgerMention mention) =>
        $"{WireWord.Of(mention.Mention.Type)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mention.Id)).AsSpan(0, 10))}";
}
