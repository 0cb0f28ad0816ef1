using Parley.Cli.Commands;

namespace Parley.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class Dossiers_by_name
{
    [Theory]
    [InlineData("Libya", "LBY")]
    [InlineData("Russia Turkey", "RUS TUR")]
    [InlineData("turkey hamas", "TUR HAMAS")]
    public void Are_asked_for_by_their_actors(string names, string actors)
    {
        var request = DossierCommand.Request(names.Split(' '));

        request.DossierId.ShouldBeEmpty();
        request.Actors.ShouldBe(actors.Split(' '));
    }

    [Theory]
    [InlineData("pair:RUS+TUR")]
    [InlineData("conflict:LBY")]
    public void Are_asked_for_by_the_id_that_the_list_has(string id)
    {
        var request = DossierCommand.Request([id]);

        request.DossierId.ShouldBe(id);
        request.Actors.ShouldBeEmpty();
    }

    [Fact]
    public void Are_of_two_parties_and_not_of_one_told_twice() =>
        Should.Throw<UsageException>(() => DossierCommand.Request(["Turkey", "TUR"])).Message.ShouldStartWith("Turkey and TUR are one party.");

    [Fact]
    public async Task Are_not_chosen_from_the_list_too() =>
        (await Should.ThrowAsync<UsageException>(() => CommandTree.RunAsync(["dossier", "Libya", "--type", "pair"]))).Message.ShouldContain("--type");

    [Fact]
    public void Are_of_no_more_than_two() => CommandTree.Create().Parse(["dossier", "Libya", "Russia", "Turkey"]).Errors.ShouldNotBeEmpty();

    [Fact]
    public void Complete_the_names_of_actors() =>
        CommandTree.Create().Parse("dossier ").GetCompletions().Select(c => c.Label).ShouldContain("TUR");
}
