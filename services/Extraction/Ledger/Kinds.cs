using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Which forms exclude each other.</summary>
internal static class Kinds
{
    /// <summary>A call and a visit of one day are two events; a visit, a meeting and consultations may be one.</summary>
    public static bool Apart(EntryKind a, EntryKind b) => a != b && (a == EntryKind.Call || b == EntryKind.Call);

    /// <summary>The text says more than that the parties met, or that there is a ceasefire.</summary>
    public static bool IsSpecific(EntryKind kind) => kind is not (EntryKind.Meeting or EntryKind.Ceasefire);
}
