namespace Parley.Extraction.Storage;

/// <summary>The moment of a dossier; both null for now.</summary>
/// <param name="Published">Going by what had been published by then.</param>
/// <param name="Received">Going by what had reached Parley by then.</param>
internal sealed record DossierMoment(DateTimeOffset? Published, DateTimeOffset? Received)
{
    /// <summary>It is neither in the past of publication nor in that of arrival.</summary>
    public bool IsNow => Published is null && Received is null;
}
