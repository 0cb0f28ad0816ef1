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

    /// <summary>The same in parts of one to seven, now and then with something of the part before.</summary>
    public static IEnumerable<LedgerMention[]> InParts(LedgerMention[] mentions, int seed)
    {
        var random = new Random(seed);
        LedgerMention[] before = [];
        for (var i = 0; i < mentions.Length;)
        {
            var part = mentions.Skip(i).Take(random.Next(1, 8)).ToArray();
            i += part.Length;
            yield return [.. part, .. before.Take(random.Next(0, 3))];
            before = part;
        }
    }
}
