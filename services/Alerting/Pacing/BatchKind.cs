using System.Text.Json.Serialization;
using Parley.Contracts;

namespace Parley.Alerting.Pacing;

/// <summary>Why alerts go out together.</summary>
[JsonConverter(typeof(WireWordConverter<BatchKind>))]
internal enum BatchKind
{
    /// <summary>One alert by itself.</summary>
    Single,

    /// <summary>Of one entry or dossier, within a moment.</summary>
    Group,

    /// <summary>The hour's, day's or week's.</summary>
    Digest,

    /// <summary>What was more than the subscriber wants in an hour.</summary>
    Overflow,

    /// <summary>What came in quiet hours.</summary>
    Quiet,

    /// <summary>Sent once more, as asked for.</summary>
    Replay,
}
