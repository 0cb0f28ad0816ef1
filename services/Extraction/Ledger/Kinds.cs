using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>What the form of a matter says of whether two mentions are of one.</summary>
internal static class Kinds
{
    /// <summary>A call and a visit of one day are two events; a visit, a meeting and consultations may be one.</summary>
    public static bool Apart(EntryKind a, EntryKind b) => a != b && (a == EntryKind.Call || b == EntryKind.Call);

    /// <summary>The text says more than that the parties met, or that there is a ceasefire.</summary>
    public static bool IsSpecific(EntryKind kind) => kind is not (EntryKind.Meeting or EntryKind.Ceasefire);

    /// <summary>Outlets call one truce by many names; only a pause for the sake of those in need is another thing. What is but a meeting may be any talks.</summary>
    public static bool Tells(EntryKind kind) => IsSpecific(kind) && !IsLasting(kind);

    /// <summary>Of ceasefires: meant to last.</summary>
    public static bool IsLasting(EntryKind kind) =>
        kind is EntryKind.Ceasefire or EntryKind.Truce or EntryKind.CessationOfHostilities or EntryKind.Armistice;

    /// <summary>One of its own name, whose members are told in part.</summary>
    public static bool IsGathering(EntryKind kind) => kind is EntryKind.Summit or EntryKind.Conference;
}
