using System.Diagnostics;
using Npgsql;
using Xunit.Abstractions;

namespace Parley.LocalServers.Tests;

public sealed class PostgresTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_private_server_takes_queries_and_leaves_nothing_behind()
    {
        var watch = Stopwatch.StartNew();
        var postgres = await PrivatePostgres.StartAsync(new());
        output.WriteLine($"started in {watch.ElapsedMilliseconds} ms");
        var family = ProcessTable.Family(postgres.ProcessId);

        await postgres.CreateDatabaseAsync("articles");
        await postgres.CreateDatabaseAsync("articles");
        (await ScalarAsync(postgres, "articles", "SELECT current_database()")).ShouldBe("articles");
        (await ScalarAsync(postgres, "articles", "SHOW server_encoding")).ShouldBe("UTF8");
        (await ScalarAsync(postgres, "articles", "SHOW fsync")).ShouldBe("off");

        watch.Restart();
        await postgres.DisposeAsync();
        output.WriteLine($"stopped in {watch.ElapsedMilliseconds} ms");
        family.ShouldAllBe(p => !ProcessTable.IsRunning(p));
        Directory.Exists(postgres.Folder).ShouldBeFalse();
    }

    private static async Task<object?> ScalarAsync(PrivatePostgres postgres, string database, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
