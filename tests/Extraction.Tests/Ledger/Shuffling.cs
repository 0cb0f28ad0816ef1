using System.Text.Json;
using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Tests.Ledger;

internal static class Shuffling
{
    public static string Json(IEnumerable<Entry> ledger) => string.Join('\n', ledger.Select(e => JsonSerializer.Serialize(e, ParleyJson.Line)));

    public static LedgerMention[] Shuffled(IEnumerable<LedgerMention> mentions, int seed)
    {
        var shuffled = mentions.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
