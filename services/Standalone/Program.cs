using Parley.LocalServers;
using Parley.Platform.Hosting;
using Parley.Standalone;

// With a connection string Standalone uses that PostgreSQL; without one it brings its own, and keeps its data.
var given = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build()["Parley:Postgres:ConnectionString"];
if (!string.IsNullOrEmpty(given))
    return await ParleyHost.RunAsync("standalone", ["--Parley:Bus:Transport=Memory", .. args], StandaloneHost.Add, StandaloneHost.Map);

try
{
    await using var system = await EmbeddedSystem.StartAsync(new PrivatePostgresOptions { Throwaway = false }, args, CancellationToken.None);
    await Console.Error.WriteLineAsync($"parley standalone: gRPC on {system.Address}");
    await system.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (Exception e) when (e is ConfigurationException or ServerMissingException)
{
    await Console.Error.WriteLineAsync($"parley standalone: {e.Message}");
    return 2;
}
