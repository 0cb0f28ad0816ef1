using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>
/// The stage that talks or a ceasefire have reached. Talks take the first eight; ceasefires take <see cref="CalledFor"/> and what
/// follows it, and share <see cref="Proposed"/>, <see cref="Suspended"/> and <see cref="Rejected"/> with talks.
/// </summary>
[JsonConverter(typeof(WireWordConverter<EntryStatus>))]
public enum EntryStatus
{
    /// <summary>Offered, invited, requested, ready for; of a ceasefire: an offer is on the table.</summary>
    Proposed,

    /// <summary>Agreed, scheduled, due.</summary>
    Planned,

    /// <summary>Began, resumed, continues.</summary>
    UnderWay,

    /// <summary>Took place.</summary>
    Held,

    /// <summary>Put off.</summary>
    Postponed,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>Broken off, stalled or ended without a deal; of a ceasefire: a party has withdrawn from it.</summary>
    Suspended,

    /// <summary>Refused or ruled out.</summary>
    Rejected,

    /// <summary>Urged, demanded or wished for.</summary>
    CalledFor,

    /// <summary>Talks about it go on.</summary>
    UnderNegotiation,

    /// <summary>Agreed, declared or signed.</summary>
    Agreed,

    /// <summary>Took effect, or holds.</summary>
    InForce,

    /// <summary>Renewed or prolonged.</summary>
    Extended,

    /// <summary>Breached while it stands.</summary>
    Violated,

    /// <summary>Broke down, expired or was declared dead.</summary>
    Collapsed,
}
