namespace Parley.Extraction.Storage;

/// <summary>A moment of the ledger.</summary>
/// <param name="AsOf">Going by what had been published by then; null where by all.</param>
/// <param name="KnownAt">Going by what had reached Parley by then; null where by all.</param>
internal sealed record Moment(DateTimeOffset? AsOf, DateTimeOffset? KnownAt)
{
    /// <summary>It is neither in the past of publication nor in that of arrival.</summary>
    public bool IsNow => AsOf is null && KnownAt is null;
}
