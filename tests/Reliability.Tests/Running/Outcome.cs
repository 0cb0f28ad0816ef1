using Parley.Protocol.Type.V1;

namespace Parley.Reliability.Tests.Running;

/// <summary>What a run has left behind, and what its subscribers got.</summary>
/// <param name="Ledger">As JSON, an entry a line.</param>
/// <param name="Index">The entries that Search finds, in the same form.</param>
/// <param name="IndexedArticles">The articles that Search finds, by id.</param>
/// <param name="Changes">Every change of the ledger, in the order in which they were recorded.</param>
/// <param name="OnStream">The alerts on a gRPC stream, in the order in which they came.</param>
/// <param name="OnExchange">The events in a queue bound to the topic exchange; null where there is none.</param>
/// <param name="EntryOf">The entry that an id leads to now, for each id that was ever one.</param>
/// <param name="Statuses">The status of each entry of the ledger.</param>
internal sealed record Outcome(
    string Ledger, string Index, string IndexedArticles, IReadOnlyList<Change> Changes, IReadOnlyList<Alert> OnStream,
    IReadOnlyList<Received>? OnExchange, IReadOnlyDictionary<string, string> EntryOf, IReadOnlyDictionary<string, EntryStatus> Statuses)
{
    /// <summary>The ids that the alerts must have: those of the changes that are news.</summary>
    public IReadOnlyList<string> News => [.. Changes.Where(c => c.News).Select(c => $"{c.EntryId}/{c.Version}").Order(StringComparer.Ordinal)];

    /// <summary>In numbers, for a reader of the tests' log.</summary>
    public string Summary => $"{Changes.Count} changes, {News.Count} news, {OnStream.Count} alerts on the stream, {OnExchange?.Count ?? 0} on the exchange";
}
