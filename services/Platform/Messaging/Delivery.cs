using System.Diagnostics;

namespace Parley.Platform.Messaging;

/// <summary>A message that has arrived and has had no effect yet.</summary>
/// <param name="MessageId">Its id on the wire.</param>
/// <param name="Message">Its content.</param>
/// <param name="Trace">The trace that it belongs to: give it on to what it causes.</param>
public sealed record Delivery<T>(Guid MessageId, T Message, ActivityContext Trace);
