using Parley.Cli.Commands;

namespace Parley.Cli.Tests.Commands;

public sealed class What_the_script_alone_does
{
    [Fact]
    public async Task Is_named_where_the_program_is_asked_for_it() =>
        (await Should.ThrowAsync<UsageException>(() => CommandTree.RunAsync(["bench", "analysis", "--short"]))).Message.ShouldContain("in a checkout");

    [Fact]
    public void Is_completed_like_any_command() =>
        CommandTree.Create().Parse("be").GetCompletions().Select(c => c.Label).ShouldContain("bench");
}
