namespace Parley.LocalServers.Tests;

public sealed class ServerFolderTests
{
    [Fact]
    public void A_folder_that_the_servers_user_cannot_reach_is_refused_by_name()
    {
        using var parent = new TemporaryFolder();
        var home = Directory.CreateDirectory(parent.Below("home"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

        var refusal = Should.Throw<ServerStartException>(
            () => ServerFolder.Choose(Path.Combine(home, "pg"), throwaway: false, "postgres", new ServiceAccount("postgres", "104")));

        refusal.Message.ShouldContain($"{home} is closed");
    }

    [Fact]
    public void The_user_of_this_process_needs_no_way_for_others()
    {
        using var parent = new TemporaryFolder();
        var home = Directory.CreateDirectory(parent.Below("home"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

        ServerFolder.Choose(Path.Combine(home, "pg"), throwaway: false, "postgres", ServiceAccount.Current).Path.ShouldBe(Path.Combine(home, "pg"));
    }
}
