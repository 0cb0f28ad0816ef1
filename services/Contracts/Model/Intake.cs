using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>How an article came to Parley; it decides what may raise alerts.</summary>
[JsonConverter(typeof(WireWordConverter<Intake>))]
public enum Intake
{
    /// <summary>From a live source: news if it is fresh on arrival too.</summary>
    Live,

    /// <summary>From files or a caller that replays a story: news if the event was fresh when the article was published.</summary>
    Import,

    /// <summary>To fill the ledger: alerts nobody.</summary>
    Backfill,
}
