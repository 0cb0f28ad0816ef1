using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>What a participant is to the talks or the ceasefire. Only parties are matched when mentions are brought together.</summary>
[JsonConverter(typeof(WireWordConverter<ParticipantRole>))]
public enum ParticipantRole
{
    /// <summary>Takes part for itself.</summary>
    Party,

    /// <summary>Works between the parties.</summary>
    Mediator,

    /// <summary>Gives the place, without being a party.</summary>
    Host,

    /// <summary>Asks for it, without being a party.</summary>
    Caller,

    /// <summary>Vouches for it, without being a party.</summary>
    Guarantor,
}
