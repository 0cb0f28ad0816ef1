using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Parley.Platform.Storage;

/// <summary>Creates a service's database where it is missing and brings its tables up to date: numbered, forward only, one runner at a time.</summary>
public static class Migrator
{
    private const string Prefix = "Migrations/";

    /// <summary>Applies what has not been applied: first the platform's own tables (outbox, inbox), then the service's.</summary>
    /// <exception cref="InvalidOperationException">A migration that was applied has been changed since.</exception>
    public static async Task ApplyAsync(ServiceDatabase database, ILogger log, CancellationToken cancellation)
    {
        await CreateDatabaseAsync(database, cancellation);
        await using var session = await database.OpenSessionAsync(cancellation);
        await session.ExecuteAsync("SELECT pg_advisory_lock(hashtext('parley migrations'))");
        await session.ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                component  text NOT NULL,
                number     integer NOT NULL,
                name       text NOT NULL,
                checksum   text NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now(),
                PRIMARY KEY (component, number))
            """);
        foreach (var assembly in new[] { typeof(Migrator).Assembly, database.Migrations }.Distinct())
            await ApplyAsync(session, database.Name, assembly, log, cancellation);
    }

    private static async Task CreateDatabaseAsync(ServiceDatabase database, CancellationToken cancellation)
    {
        var server = new NpgsqlConnectionStringBuilder(database.Settings.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancellation);
        if (await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT FROM pg_database WHERE datname = @Name)", new { database.Name }))
            return;
        try
        {
            await connection.ExecuteAsync($"CREATE DATABASE \"{database.Name}\" ENCODING 'UTF8' TEMPLATE template0");
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another copy of the service created it in the meantime.
        }
    }

    private static async Task ApplyAsync(
        NpgsqlConnection connection, string database, Assembly assembly, ILogger log, CancellationToken cancellation)
    {
        var component = assembly.GetName().Name!;
        var applied = (await connection.QueryAsync<(int Number, string Checksum)>(
            "SELECT number, checksum FROM schema_migrations WHERE component = @component", new { component })).ToDictionary(m => m.Number, m => m.Checksum);
        foreach (var (number, name, sql) in Read(assembly))
        {
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (applied.TryGetValue(number, out var known))
            {
                if (known != checksum)
                    throw new InvalidOperationException($"Migration {name} of {component} was changed after it was applied to {database}. Restore it and add a new one.");
                continue;
            }

            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync(sql, transaction: transaction);
            await connection.ExecuteAsync(
                "INSERT INTO schema_migrations (component, number, name, checksum) VALUES (@component, @number, @name, @checksum)",
                new { component, number, name, checksum }, transaction);
            await transaction.CommitAsync(cancellation);
            log.LogInformation("Applied migration {Migration} of {Component} to {Database}", name, component, database);
        }
    }

    private static IEnumerable<(int Number, string Name, string Sql)> Read(Assembly assembly) =>
        from resource in assembly.GetManifestResourceNames()
        where resource.StartsWith(Prefix, StringComparison.Ordinal)
        let name = Path.GetFileNameWithoutExtension(resource[Prefix.Length..])
        let number = int.Parse(name.Split('_')[0], CultureInfo.InvariantCulture)
        orderby number
        select (number, name, ReadText(assembly, resource));

    private static string ReadText(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
