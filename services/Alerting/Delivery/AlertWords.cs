using System.Globalization;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>What plain text and HTML say alike of an alert.</summary>
internal static class AlertWords
{
    /// <summary>Such as <c>planned → postponed</c>.</summary>
    public static string Step(LedgerChange change)
    {
        var after = Words(WireWord.Of(change.After.Status));
        return change switch
        {
            { Kind: ChangeKind.Retracted } => $"{after}, retracted",
            { Before: { } before } when before.Status != change.After.Status => $"{Words(WireWord.Of(before.Status))} → {after}",
            _ => $"{after} ({Words(WireWord.Of(change.Kind))})",
        };
    }

    /// <summary>Who has told it; of what is taken back, who had.</summary>
    public static string Sources(LedgerChange change) => change.Kind == ChangeKind.Retracted ? "Was reported by" : "Sources";

    public static string Name(SourceData source) => OneLine(source.Outlet ?? source.Article);

    public static string Time(SourceData source) => source.PublishedAt.ToString("d MMMM yyyy HH:mm zzz", CultureInfo.InvariantCulture);

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Words(string word) => word.Replace('_', ' ');
}
