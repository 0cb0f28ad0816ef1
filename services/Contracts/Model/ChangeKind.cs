using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>What a change did to an entry.</summary>
[JsonConverter(typeof(WireWordConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>The entry appeared.</summary>
    New,

    /// <summary>Its status moved.</summary>
    Status,

    /// <summary>Its date, place, kind, participants or topics were refined.</summary>
    Details,

    /// <summary>A further article told the same, or an older step.</summary>
    Sources,

    /// <summary>Sources began, or ceased, to contradict one another.</summary>
    Disputed,

    /// <summary>It was found to be the same as another entry and lives on in that one.</summary>
    Merged,

    /// <summary>A part of it was found to be an entry of its own.</summary>
    Split,

    /// <summary>Nothing supports it any more.</summary>
    Retracted,
}
