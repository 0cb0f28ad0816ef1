using System.Diagnostics;
using Parley.Contracts;
using Parley.Contracts.Messages;
using Parley.Platform.Storage;

namespace Parley.Extraction;

/// <summary>Tells the other services of changes of the ledger.</summary>
internal static class ChangePublication
{
    /// <summary>Publishes a change with the commit that records it.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="change">The change.</param>
    /// <param name="trace">The trace that it belongs to; that of the transaction, where none is given.</param>
    public static void PublishChange(this UnitOfWork work, LedgerChange change, ActivityContext trace = default)
    {
        if (change.After.Type == EntryType.Talks)
            work.Publish(new TalksChanged { Change = change }, trace);
        else
            work.Publish(new CeasefireChanged { Change = change }, trace);
    }
}
