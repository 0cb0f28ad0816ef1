using System.Diagnostics;
using Npgsql;
using Xunit.Abstractions;

namespace Parley.LocalServers.Tests;

public sealed class PostgresTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_throwaway_server_takes_queries_and_leaves_nothing_behind()
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

    [Fact]
    public async Task It_listens_on_loopback_only_and_refuses_a_wrong_password()
    {
        await using var postgres = await PrivatePostgres.StartAsync(new());

        Listeners.Of(postgres.ProcessId).ShouldBe([Listeners.Loopback(postgres.Port)]);
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString("postgres")) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task What_was_committed_survives_a_kill_on_the_same_port()
    {
        using var folder = new TemporaryFolder();
        await using var postgres = await PrivatePostgres.StartAsync(new() { Throwaway = false, Folder = folder.Below("pg") });
        await ScalarAsync(postgres, "postgres", "CREATE TABLE t AS SELECT 42 AS n");
        var (process, connection) = (postgres.ProcessId, postgres.ConnectionString("postgres"));

        await postgres.KillAsync();
        postgres.IsRunning.ShouldBeFalse();
        await postgres.RestartAsync();

        (await ScalarAsync(postgres, "postgres", "SELECT n FROM t")).ShouldBe(42);
        postgres.ProcessId.ShouldNotBe(process);
        postgres.ConnectionString("postgres").ShouldBe(connection);
    }

    [Fact]
    public async Task A_throwaway_server_that_was_killed_can_be_disposed_of()
    {
        var postgres = await PrivatePostgres.StartAsync(new());

        await postgres.KillAsync();
        await postgres.DisposeAsync();

        Directory.Exists(postgres.Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lasting_server_continues_with_its_data_and_password_and_keeps_them_to_its_owner()
    {
        using var parent = new TemporaryFolder();
        var options = new PrivatePostgresOptions { Throwaway = false, Folder = parent.Below("pg") };
        await using (var first = await PrivatePostgres.StartAsync(options))
        {
            await ScalarAsync(first, "postgres", "CREATE TABLE t AS SELECT 42 AS n");
            (await ScalarAsync(first, "postgres", "SHOW fsync")).ShouldBe("on");
        }

        await using var second = await PrivatePostgres.StartAsync(options);

        (await ScalarAsync(second, "postgres", "SELECT n FROM t")).ShouldBe(42);
        File.GetUnixFileMode(Path.Combine(second.Folder, "password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(second.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why_and_leaves_nothing_behind()
    {
        using var parent = new TemporaryFolder();
        var options = new PrivatePostgresOptions { Folder = parent.Below("pg"), Settings = new Dictionary<string, string> { ["shared_buffers"] = "plenty" } };

        var failure = await Should.ThrowAsync<ServerStartException>(() => PrivatePostgres.StartAsync(options));

        failure.Message.ShouldContain("plenty");
        Directory.Exists(parent.Below("pg")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_that_is_cancelled_leaves_nothing_behind()
    {
        using var parent = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        var start = PrivatePostgres.StartAsync(new() { Folder = parent.Below("pg") }, cancel.Token);

        // A thread of its own: the test's are few, and where all are busy for a second, the server has started before this looks again.
        var cancelling = new Thread(() => CancelOnceThere(parent.Below("pg/unfinished"), start, cancel));
        cancelling.Start();

        await Should.ThrowAsync<OperationCanceledException>(() => start);
        cancelling.Join();
        Directory.Exists(parent.Below("pg")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_throwaway_server_takes_no_folder_that_holds_something()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Below("thesis.txt"), "years of work");

        await Should.ThrowAsync<ServerStartException>(() => PrivatePostgres.StartAsync(new() { Folder = folder.Path }));

        File.Exists(folder.Below("thesis.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_port_that_is_taken_fails_when_it_was_asked_for()
    {
        await using var first = await PrivatePostgres.StartAsync(new());

        var failure = await Should.ThrowAsync<ServerStartException>(() => PrivatePostgres.StartAsync(new() { Port = first.Port }));

        failure.PortTaken.ShouldBeTrue();
    }

    private static void CancelOnceThere(string folder, Task start, CancellationTokenSource cancel)
    {
        while (!Directory.Exists(folder) && !start.IsCompleted) Thread.Sleep(1);
        cancel.Cancel();
    }

    private static async Task<object?> ScalarAsync(PrivatePostgres postgres, string database, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
