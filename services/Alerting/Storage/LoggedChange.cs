using Parley.Alerting.Matching;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Storage;

/// <summary>A row of the log. Streams of one copy share it, so that what is worked out of it is worked out once.</summary>
/// <param name="Position">Its place.</param>
/// <param name="Change">The change.</param>
/// <param name="RaisedAt">When it was logged.</param>
/// <param name="Earlier">Of a change that takes something back, what was logged of its entry before, the oldest first; else empty.</param>
internal sealed record LoggedChange(LogPosition Position, LedgerChange Change, DateTimeOffset RaisedAt, IReadOnlyList<LoggedChange> Earlier) : ILogRow
{
    /// <summary>What subscriptions ask of it.</summary>
    public ChangeFacts Facts => field ??= new ChangeFacts(Change);

    /// <summary>The change as a message. It is part of many answers at once: nobody changes it.</summary>
    public Protocol.Type.V1.Change Proto => field ??= Change.ToProto();
}
