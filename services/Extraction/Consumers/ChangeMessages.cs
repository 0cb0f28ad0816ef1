using System.Diagnostics;
using Parley.Contracts;
using Parley.Contracts.Messages;
using Parley.Platform.Storage;

namespace Parley.Extraction.Consumers;

/// <summary>Changes of the ledger as the messages that other services wait for.</summary>
internal static class ChangeMessages
{
    /// <summary>Publishes a change with the commit.</summary>
    /// <param name="work">The transaction that made it.</param>
    /// <param name="change">The change.</param>
    /// <param name="cause">The trace that it belongs to; that of the transaction, where none is given.</param>
    public static void PublishChange(this UnitOfWork work, LedgerChange change, ActivityContext cause = default)
    {
        if (change.After.Type == EntryType.Talks)
            work.Publish(new TalksChanged { Change = change }, cause);
        else
            work.Publish(new CeasefireChanged { Change = change }, cause);
    }
}
