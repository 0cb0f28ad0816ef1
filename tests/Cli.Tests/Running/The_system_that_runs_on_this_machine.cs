using System.Diagnostics;
using System.Globalization;
using Parley.Cli.Running;

namespace Parley.Cli.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class The_system_that_runs_on_this_machine : IDisposable
{
    private static readonly Uri Address = new("http://127.0.0.1:7101");

    private readonly TemporaryFolder _home = new();

    public The_system_that_runs_on_this_machine() => Environment.SetEnvironmentVariable("PARLEY_HOME", _home.Path);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PARLEY_HOME", null);
        _home.Dispose();
    }

    [Fact]
    public void There_is_none_where_none_said_that_it_runs() => RunningSystem.Find().ShouldBeNull();

    [Fact]
    public void It_is_found_by_what_it_saved()
    {
        var system = System(Environment.ProcessId, ProcessStart.Of(Environment.ProcessId)!.Value);
        system.Save();

        RunningSystem.Find().ShouldBe(system);
        using var supervisor = RunningSystem.Find()!.Supervisor();
        supervisor!.Id.ShouldBe(Environment.ProcessId);
    }

    [Fact]
    public void A_process_that_has_ended_runs_no_more()
    {
        using var ended = Process.Start("true");
        ended.WaitForExit();
        var system = System(ended.Id, 1);
        system.Save();

        RunningSystem.Find().ShouldBeNull();
        system.Supervisor().ShouldBeNull();
    }

    [Fact]
    public void Another_process_that_was_given_the_same_id_is_not_it()
    {
        var system = System(Environment.ProcessId, ProcessStart.Of(Environment.ProcessId)!.Value - 1);
        system.Save();

        RunningSystem.Find().ShouldBeNull();
        system.Supervisor().ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"process_id\":")]
    [InlineData("null")]
    [InlineData("{\"process_id\":\"seven\"}")]
    public void A_state_that_cannot_be_read_is_none(string content)
    {
        File.WriteAllText(ParleyHome.StateFile, content);

        RunningSystem.Find().ShouldBeNull();
    }

    [Fact]
    public void The_start_of_a_process_is_the_same_number_whoever_asks()
    {
        // The shell tells its own, and lives until it is sent a line.
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "cut -d' ' -f22 /proc/$$/stat; read line"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var told = long.Parse(shell.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);

        ProcessStart.Of(shell.Id).ShouldBe(told);

        shell.StandardInput.WriteLine();
        shell.WaitForExit();
    }

    private static RunningSystem System(int processId, long start) => new(processId, start, Address, Address, Address, Address);
}
