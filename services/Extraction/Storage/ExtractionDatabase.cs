using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>Mentions, the ledger's entries, and their changes.</summary>
public sealed class ExtractionDatabase(PostgresOptions options) : ServiceDatabase(options, "extraction");
