namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>A dossier's place in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LastActivity">When the last article on an entry that makes it was published.</param>
internal sealed record ListedDossier(string Id, DateTimeOffset LastActivity);
