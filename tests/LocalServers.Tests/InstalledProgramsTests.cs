namespace Parley.LocalServers.Tests;

public sealed class InstalledProgramsTests : IDisposable
{
    private readonly TemporaryFolder machine = new();

    [Fact]
    public void The_newest_postgres_is_taken()
    {
        Install("lib/postgresql/9.6/bin", "initdb", "postgres");
        Install("lib/postgresql/15/bin", "initdb", "postgres");
        Install("lib/postgresql/17/bin", "psql");

        Machine().Postgres(version: null).ShouldBe(machine.Below("lib/postgresql/15/bin"));
    }

    [Fact]
    public void A_cluster_gets_the_version_that_made_it()
    {
        Install("lib/postgresql/15/bin", "initdb", "postgres");
        Install("lib/postgresql/17/bin", "initdb", "postgres");

        Machine().Postgres("15").ShouldBe(machine.Below("lib/postgresql/15/bin"));
        Should.Throw<ServerMissingException>(() => Machine().Postgres("16")).Message.ShouldEndWith("apt-get install postgresql-16");
    }

    [Fact]
    public void Programs_on_the_search_path_will_do()
    {
        Install("bin", "initdb", "postgres", "rabbitmq-server");

        Machine().Postgres(version: null).ShouldBe(machine.Below("bin"));
        Machine().RabbitMq().ShouldBe(machine.Below("bin/rabbitmq-server"));
    }

    [Fact]
    public void A_missing_server_is_reported_with_the_command_that_installs_it()
    {
        Should.Throw<ServerMissingException>(() => Machine().Postgres(version: null)).Message.ShouldEndWith("apt-get install postgresql");
        Should.Throw<ServerMissingException>(() => Machine().RabbitMq()).Message.ShouldEndWith("apt-get install rabbitmq-server");
    }

    public void Dispose() => machine.Dispose();

    private InstalledPrograms Machine() => new(machine.Below("lib"), [machine.Below("bin")]);

    private void Install(string folder, params string[] programs)
    {
        Directory.CreateDirectory(machine.Below(folder));
        foreach (var program in programs) File.WriteAllText(Path.Combine(machine.Below(folder), program), "");
    }
}
