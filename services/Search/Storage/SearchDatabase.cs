using Parley.Platform.Storage;

namespace Parley.Search.Storage;

/// <summary>The index.</summary>
public sealed class SearchDatabase(PostgresOptions options) : ServiceDatabase(options, "search");
