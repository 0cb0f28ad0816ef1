using Parley.Alerting;
using Parley.Extraction;
using Parley.Ingestion;
using Parley.Platform.Hosting;
using Parley.Search;

namespace Parley.Standalone;

/// <summary>All four services in one process, on the bus in memory: the same modules that the services run by themselves.</summary>
public static class StandaloneHost
{
    /// <summary>Adds the modules of all four.</summary>
    public static void Add(ParleyBuilder parley) => parley.AddIngestion().AddExtraction().AddSearch().AddAlerting();

    /// <summary>Maps the gRPC services of all four, on one port.</summary>
    public static void Map(WebApplication app)
    {
        app.MapIngestion();
        app.MapExtraction();
        app.MapSearch();
        app.MapAlerting();
    }
}
