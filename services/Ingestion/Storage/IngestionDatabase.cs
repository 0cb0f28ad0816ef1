using Parley.Platform.Storage;

namespace Parley.Ingestion.Storage;

/// <summary>The articles.</summary>
public sealed class IngestionDatabase(PostgresOptions options) : ServiceDatabase(options, "ingestion");
