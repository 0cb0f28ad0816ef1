using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>CAMEO (Schrodt, codebook 1.1b3) and PLOVER codes of a status, as product.md's tables give them.</summary>
internal static class Codes
{
    public static (string? Cameo, string? Plover) Of(EntryType type, EntryKind kind, EntryStatus status) => type == EntryType.Talks
        ? status switch
        {
            EntryStatus.Proposed => (kind == EntryKind.Mediation ? "028" : "026", "REQUEST"),
            EntryStatus.Planned => ("036", "AGREE"),
            EntryStatus.UnderWay => (kind == EntryKind.Mediation ? "045" : "046", "CONSULT"),
            EntryStatus.Held => (Held(kind), "CONSULT"),
            EntryStatus.Cancelled => ("160", "REJECT"),
            EntryStatus.Suspended => ("164", "SANCTION"),
            EntryStatus.Rejected => (kind == EntryKind.Mediation ? "126" : "125", "REJECT"),
            _ => (null, null),
        }
        : status switch
        {
            EntryStatus.CalledFor => ("0256", "REQUEST"),
            EntryStatus.Proposed => ("0356", "AGREE"),
            EntryStatus.UnderNegotiation => ("046", "CONSULT"),
            EntryStatus.Agreed => ("0871", "AGREE"),
            EntryStatus.InForce => ("0871", "YIELD"),
            EntryStatus.Violated => ("196", "ASSAULT"),
            EntryStatus.Suspended => (null, "REJECT"),
            EntryStatus.Rejected => ("1246", "REJECT"),
            _ => (null, null),
        };

    private static string Held(EntryKind kind) => kind switch
    {
        EntryKind.Call => "041",
        EntryKind.Visit => "042",
        EntryKind.Mediation => "045",
        EntryKind.Negotiation => "046",
        EntryKind.Consultation => "040",
        _ => "040",
    };
}
