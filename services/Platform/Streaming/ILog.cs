namespace Parley.Platform.Streaming;

/// <summary>A row of a log.</summary>
public interface ILogRow
{
    /// <summary>Its place.</summary>
    LogPosition Position { get; }
}

/// <summary>A log of changes, read behind the transaction horizon.</summary>
/// <typeparam name="TRow">Its rows.</typeparam>
public interface ILog<TRow>
    where TRow : ILogRow
{
    /// <summary>Where the log ends now: whoever goes on from here gets every row that is committed from now on.</summary>
    Task<LogPosition> EndAsync(CancellationToken cancellation);

    /// <summary>The next rows behind a position, as far as the transaction horizon.</summary>
    /// <returns>The rows, and whether there are more that the horizon still hides: look again in a moment.</returns>
    Task<(IReadOnlyList<TRow> Rows, bool MoreHidden)> ReadAsync(LogPosition after, int limit, CancellationToken cancellation);
}
