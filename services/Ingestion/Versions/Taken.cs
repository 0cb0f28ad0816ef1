using Parley.Protocol.Ingestion.V1;

namespace Parley.Ingestion.Versions;

/// <summary>What became of a submission.</summary>
/// <param name="Outcome">For the caller.</param>
/// <param name="Version">The version that it is, or the one that says the same already.</param>
/// <param name="History">The article's versions, with it.</param>
/// <param name="ToTell">The versions that the other services are to hear of.</param>
internal sealed record Taken(SubmissionOutcome Outcome, StoredVersion Version, ArticleHistory History, IReadOnlyList<StoredVersion> ToTell);
