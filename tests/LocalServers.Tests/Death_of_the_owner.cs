using System.Diagnostics;
using System.Globalization;

namespace Parley.LocalServers.Tests;

public sealed class Death_of_the_owner
{
    [Theory]
    [InlineData("postgres")]
    [InlineData("rabbitmq")]
    public async Task A_killed_owner_leaves_neither_processes_nor_a_folder(string server)
    {
        using var owner = StartOwner(server, out var folder, out var family);

        owner.Kill();

        await Eventually.HoldsAsync(() => !family.Any(ProcessTable.IsRunning) && !Directory.Exists(folder));
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("rabbitmq")]
    public async Task A_killed_guard_takes_its_server_along(string server)
    {
        using var owner = StartOwner(server, out var folder, out var family);
        using var guard = Process.GetProcessById(family[1]);

        guard.Kill();

        await Eventually.HoldsAsync(() => !family.Skip(1).Any(ProcessTable.IsRunning));
        owner.Kill();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_guard_that_is_asked_to_end_cleans_up()
    {
        using var owner = StartOwner("postgres", out var folder, out var family);

        await Command.RunAsync("kill", ["-s", "TERM", family[1].ToString(CultureInfo.InvariantCulture)], "", default);

        await Eventually.HoldsAsync(() => !family.Skip(1).Any(ProcessTable.IsRunning) && !Directory.Exists(folder));
        owner.Kill();
    }

    /// <summary>The owner, its guard, the server and the server's children, in this order.</summary>
    private static Process StartOwner(string server, out string folder, out IReadOnlyList<int> family)
    {
        var owner = Process.Start(new ProcessStartInfo("dotnet", [typeof(Owner).Assembly.Location, server]) { RedirectStandardOutput = true })!;
        var words = owner.StandardOutput.ReadLine().ShouldNotBeNull().Split(' ');
        folder = words[1];
        family = ProcessTable.Family(owner.Id);
        family[2].ShouldBe(int.Parse(words[0], CultureInfo.InvariantCulture));
        family.ShouldAllBe(p => ProcessTable.IsRunning(p));
        Directory.Exists(folder).ShouldBeTrue();
        return owner;
    }
}
