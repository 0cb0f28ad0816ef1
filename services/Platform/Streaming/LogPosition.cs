using System.Globalization;

namespace Parley.Platform.Streaming;

/// <summary>
/// A place in a log of changes: everything up to it has been read. Rows are in the order of the transactions that wrote them, then of their
/// positions; that order does not change once a row can be read.
/// </summary>
/// <param name="Transaction">The transaction's number (xid8).</param>
/// <param name="Position">The row's position.</param>
public readonly record struct LogPosition(ulong Transaction, long Position)
{
    /// <summary>As text, for tokens.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}.{Position}");

    /// <summary>Of text that <see cref="ToString"/> made; null where it is none.</summary>
    public static LogPosition? TryParse(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2
            && ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? new LogPosition(transaction, position)
            : null;
    }
}
