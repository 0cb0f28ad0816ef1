using Microsoft.Extensions.Logging.Abstractions;
using Parley.Platform.Storage;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class Migrations_of_several_copies
{
    [Fact]
    public async Task Each_is_applied_once_though_six_copies_start_at_once()
    {
        await using var site = await Site.InMemoryAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MigrateAsync(site))));

        (await site.ReadAsync<string>(Notes.Database, "SELECT string_agg(component || ' ' || name, ', ' ORDER BY component, number) FROM schema_migrations"))
            .ShouldBe("Integration.Tests 001_notes, Parley.Platform 001_outbox_and_inbox, Parley.Platform 002_lz4");
        (await site.ReadAsync<string>(Notes.Database, "SELECT current_setting('default_toast_compression')")).ShouldBe("lz4");
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_was_applied_is_refused_by_name()
    {
        await using var site = await Site.InMemoryAsync();
        await MigrateAsync(site);
        // What was applied is no longer what the program carries: the same as an edit of the file.
        await site.ReadAsync<string>(Notes.Database, "UPDATE schema_migrations SET checksum = 'other' WHERE name = '001_notes' RETURNING name");

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => MigrateAsync(site));

        refusal.Message.ShouldContain("001_notes");
        refusal.Message.ShouldContain(site.DatabasePrefix + Notes.Database);
    }

    [Fact]
    public async Task The_lock_is_free_again_after_a_refusal()
    {
        await using var site = await Site.InMemoryAsync();
        await MigrateAsync(site);
        await site.ReadAsync<string>(Notes.Database, "UPDATE schema_migrations SET checksum = 'other' WHERE name = '001_notes' RETURNING name");
        await Should.ThrowAsync<InvalidOperationException>(() => MigrateAsync(site));

        // The server frees it once it has seen that the session is over.
        await Eventually.BeAsync(true, "the lock", () => site.ReadAsync<bool>(Notes.Database, "SELECT pg_try_advisory_lock(hashtext('parley migrations'))"));
    }

    private static async Task MigrateAsync(Site site)
    {
        await using var database = new NotesDatabase(new PostgresOptions { ConnectionString = site.Postgres, DatabasePrefix = site.DatabasePrefix });
        await Migrator.ApplyAsync(database, NullLogger.Instance, CancellationToken.None);
    }
}
