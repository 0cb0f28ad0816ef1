using System.Text.Json;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>In what two states of an entry differ.</summary>
internal static class EntryDifference
{
    /// <summary>The weightiest difference; null where there is none.</summary>
    public static ChangeKind? Kind(Entry? before, Entry after, bool hasLostSteps)
    {
        if (before is null) return ChangeKind.New;
        if (hasLostSteps) return ChangeKind.Split;
        if (before.Status != after.Status) return ChangeKind.Status;
        if (before.Disputed != after.Disputed) return ChangeKind.Disputed;
        if (Json(Details(before)) != Json(Details(after))) return ChangeKind.Details;
        return before.History.Count != after.History.Count || Json(before) != Json(after) ? ChangeKind.Sources : null;
    }

    /// <summary>The entry without what is no detail: id, scores, codes and history.</summary>
    private static Entry Details(Entry entry) => entry with { Id = "", Confidence = 0, Cameo = null, Plover = null, History = [] };

    private static string Json(Entry entry) => JsonSerializer.Serialize(entry, ParleyJson.Line);
}
