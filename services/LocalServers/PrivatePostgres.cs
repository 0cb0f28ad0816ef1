using System.Globalization;
using Npgsql;

namespace Parley.LocalServers;

/// <summary>
/// A PostgreSQL server of this process's own, on 127.0.0.1 only and behind a random password. It stops when it is disposed of, and
/// when this process dies, whichever way.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string User = "parley";
    private const int PortAttempts = 5;

    private readonly GuardedServer server;
    private readonly string password;

    private PrivatePostgres(GuardedServer server, string folder, int port, string password) =>
        (this.server, Folder, Port, this.password) = (server, folder, port, password);

    /// <summary>The folder of the cluster, its password and its log.</summary>
    public string Folder { get; }

    /// <summary>The TCP port on 127.0.0.1; it stays through restarts.</summary>
    public int Port { get; }

    /// <summary>The process id of the postmaster.</summary>
    public int ProcessId => server.ProcessId;

    /// <summary>Whether the server runs.</summary>
    public bool IsRunning => server.IsRunning;

    /// <summary>Starts a server and waits until it accepts connections.</summary>
    /// <exception cref="ServerMissingException">PostgreSQL is not installed.</exception>
    /// <exception cref="ServerStartException">The server did not start.</exception>
    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnceAsync(options, options.Port ?? FreePort.Next(), cancel);
            }
            catch (ServerStartException e) when (e.PortTaken && options.Port is null && attempt < PortAttempts)
            {
                // Another program was quicker between the choice of the port and its use.
            }
        }
    }

    /// <summary>The Npgsql connection string of a database; <c>postgres</c> is always there.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Password = password,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Makes a database, unless it is there.</summary>
    public async Task CreateDatabaseAsync(string name, CancellationToken cancel = default)
    {
        try
        {
            await ExecuteAsync($"CREATE DATABASE {Quote(name)}", cancel);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // There already, or made at this moment by someone else.
        }
    }

    /// <summary>Removes a database with whatever is connected to it, if it is there.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken cancel = default) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)", cancel);

    /// <summary>Ends the server with SIGKILL, as a crash would.</summary>
    public Task KillAsync(CancellationToken cancel = default) => server.KillAsync(cancel);

    /// <summary>Stops the server in order; <see cref="RestartAsync"/> starts it again.</summary>
    public Task StopAsync(CancellationToken cancel = default) => server.StopAsync(cancel);

    /// <summary>Starts the server again on the same folder and port, after stopping it where it runs.</summary>
    /// <exception cref="ServerStartException">The server did not start.</exception>
    public Task RestartAsync(CancellationToken cancel = default) => server.StartAsync(cancel);

    /// <summary>Stops the server and removes a throw-away folder.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task<PrivatePostgres> StartOnceAsync(PrivatePostgresOptions options, int port, CancellationToken cancel)
    {
        var account = ServiceAccount.For("postgres");
        if (account.Name is null && Environment.IsPrivilegedProcess) throw new ServerMissingException("PostgreSQL", "postgresql");

        var folder = ServerFolder.Choose(options.Folder, options.Throwaway, "postgres", account);
        var version = folder.File("cluster/PG_VERSION");
        var programs = InstalledPrograms.OfThisMachine.Postgres(File.Exists(version) ? (await File.ReadAllTextAsync(version, cancel)).Trim() : null);
        var password = await Secret.OfAsync(folder, cancel);
        var plan = new GuardedServerPlan
        {
            Server = "PostgreSQL",
            Folder = folder,
            Throwaway = options.Throwaway,
            StopSignal = "INT",
            Command =
            [
                "sh", "-c", Script.Text("postgres.sh"), "postgres.sh", folder.Path, programs, options.Throwaway ? "--no-sync" : "",
                .. Settings(options, port).SelectMany(s => (string[])["-c", $"{s.Key}={s.Value}"]),
            ],
            Files = new Dictionary<string, string> { [Secret.FileName] = password },
            Environment = new Dictionary<string, string> { ["HOME"] = folder.Path, ["LC_ALL"] = "C.UTF-8" },
            IsReady = (process, _) => Task.FromResult(SaysReady(folder.File("cluster/postmaster.pid"), process)),
            StartTimeout = options.StartTimeout,
        };
        return new PrivatePostgres(await GuardedServer.StartAsync(plan, cancel), folder.Path, port, password);
    }

    private static Dictionary<string, string> Settings(PrivatePostgresOptions options, int port)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["max_connections"] = "200",
            ["jit"] = "off",
        };
        if (options.Throwaway)
        {
            settings["fsync"] = settings["synchronous_commit"] = settings["full_page_writes"] = "off";

            // In the folder, so that a killed server leaves nothing in /dev/shm.
            settings["dynamic_shared_memory_type"] = "mmap";
        }

        foreach (var (name, value) in options.Settings) settings[name] = value;
        return settings;
    }

    /// <summary>The postmaster writes its id in the first line of its lock file and, once it takes connections, "ready" in the eighth.</summary>
    private static bool SaysReady(string lockFile, int process)
    {
        if (!File.Exists(lockFile)) return false;

        var lines = File.ReadAllLines(lockFile);
        return lines.Length >= 8 && lines[0] == process.ToString(CultureInfo.InvariantCulture) && lines[7].TrimEnd() == "ready";
    }

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
