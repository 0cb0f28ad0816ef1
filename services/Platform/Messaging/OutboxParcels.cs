namespace Parley.Platform.Messaging;

/// <summary>How rows of the outbox are delivered: which go together in a bundle, and which only one after another.</summary>
internal static class OutboxParcels
{
    /// <summary>Rows that one bundle takes: with fifty, what a message costs by itself is hardly seen any more.</summary>
    private const int MostRows = 50;

    /// <summary>Bytes that one bundle takes; a longer message goes alone. Far below what a broker refuses, and short to hold in memory by the hundred.</summary>
    private const int MostBytes = 256 * 1024;

    /// <summary>Lines of parcels: lines may be delivered side by side, the parcels of a line one after another, and the rows of a parcel at once.</summary>
    /// <param name="rows">The rows, in order.</param>
    /// <param name="sinkOf">Who delivers messages of a type; null where nobody does.</param>
    public static IEnumerable<IEnumerable<IReadOnlyList<OutboxRow>>> Of(IReadOnlyList<OutboxRow> rows, Func<string, IOutboxSink?> sinkOf)
    {
        foreach (var type in rows.GroupBy(row => row.Message.Type))
        {
            var sink = sinkOf(type.Key);
            if (sink is { Bundles: true })
            {
                foreach (var bundle in Bundled(type))
                    yield return [bundle];
                continue;
            }

            foreach (var line in type.GroupBy(row => sink?.OrderOf(row.Message) is { } order ? (order, 0) : ("", row.Position)))
                yield return line.Select(row => new[] { row });
        }
    }

    private static IEnumerable<IReadOnlyList<OutboxRow>> Bundled(IEnumerable<OutboxRow> rows)
    {
        var (bundle, bytes) = (new List<OutboxRow>(), 0);
        foreach (var row in rows)
        {
            if (bundle.Count == MostRows || (bundle.Count > 0 && bytes + row.Message.Body.Length > MostBytes))
            {
                yield return bundle;
                (bundle, bytes) = ([], 0);
            }

            bundle.Add(row);
            bytes += row.Message.Body.Length;
        }

        if (bundle.Count > 0)
            yield return bundle;
    }
}
