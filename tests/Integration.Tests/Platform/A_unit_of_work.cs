using Dapper;
using Npgsql;
using Parley.Platform.Storage;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class A_unit_of_work
{
    [Fact]
    public async Task Commits_state_and_messages_together()
    {
        await using var site = await Site.InMemoryAsync();
        var host = await site.StartAsync("notes", parley => parley.AddDatabase<NotesDatabase>(), _ => { });
        await using var work = await BeginAsync(host);

        // What others see before the commit is nothing; the relay is among them.
        (await Notes.OutboxAsync(site)).ShouldBe(0);
        (await Notes.ReadAsync(site)).ShouldBe("");
        // Nobody consumes here, so once the relay has the message its row goes: the state and the row are read in the transaction itself.
        await work.CommitAsync(CancellationToken.None);

        (await Notes.ReadAsync(site)).ShouldBe("state");
        (await site.ReadAsync<long>(Notes.Database, "SELECT last_value FROM pg_sequences WHERE sequencename = 'outbox_position_seq'")).ShouldBe(1);
    }

    [Fact]
    public async Task Sends_and_stores_nothing_without_a_commit()
    {
        await using var site = await Site.InMemoryAsync();
        var host = await site.StartAsync("notes", Notes.Add, _ => { });
        await using (await BeginAsync(host))
        {
            // Left without a commit.
        }

        // What is sent afterwards arrives, so that what was sent before would have.
        await Notes.SendAsync(host, Notes.Message("later"));
        await Eventually.BeAsync("later", "the notes", () => Notes.ReadAsync(site));
    }

    [Fact]
    public async Task Writes_before_the_commit_what_has_begun()
    {
        await using var site = await Site.InMemoryAsync();
        var host = await site.StartAsync("notes", parley => parley.AddDatabase<NotesDatabase>(), _ => { });
        await using (var left = await BeginAsync(host))
        {
            left.Write(Note("left"));
            left.BeginWriting(CancellationToken.None);
        }

        await using var work = await BeginAsync(host);
        work.Write(Note("then"));
        work.BeginWriting(CancellationToken.None);
        work.Write(Note("and then"));
        work.BeginWriting(CancellationToken.None);
        Should.Throw<InvalidOperationException>(() => work.Connection);
        work.Write(Note("at last"));
        await work.CommitAsync(CancellationToken.None);

        (await Notes.ReadAsync(site)).ShouldBe("and then at last state then");
    }

    [Fact]
    public async Task Commits_nothing_where_a_writing_fails()
    {
        await using var site = await Site.InMemoryAsync();
        var host = await site.StartAsync("notes", parley => parley.AddDatabase<NotesDatabase>(), _ => { });
        await using (var work = await BeginAsync(host))
        {
            work.Write(new NpgsqlBatchCommand("INSERT INTO no_such_table VALUES (1)"));
            work.BeginWriting(CancellationToken.None);
            work.Write(Note("then"));
            (await Should.ThrowAsync<PostgresException>(() => work.CommitAsync(CancellationToken.None))).SqlState.ShouldBe(PostgresErrorCodes.UndefinedTable);
        }

        (await Notes.ReadAsync(site)).ShouldBe("");
    }

    [Theory]
    [InlineData("INSERT INTO later VALUES (1), (1)", PostgresErrorCodes.UniqueViolation)] // Found out by the commit itself.
    [InlineData("INSERT INTO no_such_table VALUES (1)", PostgresErrorCodes.UndefinedTable)]
    public async Task Commits_nothing_where_what_goes_with_the_commit_fails(string sql, string reason)
    {
        await using var site = await Site.InMemoryAsync();
        var host = await site.StartAsync("notes", parley => parley.AddDatabase<NotesDatabase>(), _ => { });
        await using (var work = await host.Get<NotesDatabase>().BeginAsync(CancellationToken.None))
        {
            await work.Connection.ExecuteAsync("CREATE TABLE later (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
            await work.CommitAsync(CancellationToken.None);
        }

        var woken = false;
        await using (var work = await BeginAsync(host))
        {
            work.AfterCommit(() => woken = true);
            work.Write(Note("before"));
            work.Write(new NpgsqlBatchCommand(sql));
            work.Write(Note("behind"));
            (await Should.ThrowAsync<PostgresException>(() => work.CommitAsync(CancellationToken.None))).SqlState.ShouldBe(reason);
        }

        woken.ShouldBeFalse();
        (await Notes.ReadAsync(site)).ShouldBe("");
        (await Notes.OutboxAsync(site)).ShouldBe(0);

        // The connection goes back to its pool as good as new.
        await using var next = await BeginAsync(host);
        await next.CommitAsync(CancellationToken.None);
        (await Notes.ReadAsync(site)).ShouldBe("state");
    }

    [Fact]
    public async Task Is_committed_once()
    {
        await using var site = await Site.InMemoryAsync();
        var host = await site.StartAsync("notes", parley => parley.AddDatabase<NotesDatabase>(), _ => { });
        await using var work = await BeginAsync(host);
        await work.CommitAsync(CancellationToken.None);

        work.Write(Note("too late"));
        await Should.ThrowAsync<InvalidOperationException>(() => work.CommitAsync(CancellationToken.None));

        (await Notes.ReadAsync(site)).ShouldBe("state");
    }

    [Fact]
    public async Task Tells_those_behind_it_when_it_is_decided_and_how_it_ended()
    {
        await using var site = await Site.InMemoryAsync();
        var host = await site.StartAsync("notes", parley => parley.AddDatabase<NotesDatabase>(), _ => { });
        var (committed, left, failed, told) = (await BeginAsync(host), await BeginAsync(host), await BeginAsync(host), 0);
        committed.WhenDecided(() => told++);
        failed.Write(new NpgsqlBatchCommand("INSERT INTO no_such_table VALUES (1)"));

        committed.Decide();
        committed.Decide();
        await committed.CommitAsync(CancellationToken.None);
        await Should.ThrowAsync<PostgresException>(() => failed.CommitAsync(CancellationToken.None));

        told.ShouldBe(1);
        (await committed.Outcome).ShouldBeTrue();
        left.Outcome.IsCompleted.ShouldBeFalse();
        failed.Outcome.IsCompleted.ShouldBeFalse();
        foreach (var work in new[] { committed, left, failed })
            await work.DisposeAsync();
        (await committed.Outcome).ShouldBeTrue();
        (await left.Outcome).ShouldBeFalse();
        (await failed.Outcome).ShouldBeFalse();
    }

    private static NpgsqlBatchCommand Note(string article) => new("INSERT INTO notes (article) VALUES ($1)") { Parameters = { new() { Value = article } } };

    private static async Task<UnitOfWork> BeginAsync(RunningHost host)
    {
        var work = await host.Get<NotesDatabase>().BeginAsync(CancellationToken.None);
        await work.Connection.ExecuteAsync("INSERT INTO notes (article) VALUES ('state')", transaction: work.Transaction);
        work.Publish(Notes.Message("message"));
        return work;
    }
}
