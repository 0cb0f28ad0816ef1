using Parley.Cli.Names;

namespace Parley.Cli.Tests.Names;

public sealed class Names_of_actors
{
    [Fact]
    public void An_id_is_itself_and_says_nothing() => ActorNames.Resolve("TUR").ShouldBe(new KnownName("TUR", null));

    [Theory]
    [InlineData("tur")]
    [InlineData("Turkey")]
    [InlineData("TÜRKİYE")]
    [InlineData(" republic of turkey ")]
    public void Names_stand_for_the_id_whatever_the_case_and_the_accents(string typed)
    {
        var actor = ActorNames.Resolve(typed);

        actor.Id.ShouldBe("TUR");
        actor.Remark.ShouldBe($"{typed} is TUR (Turkey)");
    }

    [Theory]
    [InlineData("Government of National Accord", "GNA")]
    [InlineData("European Union", "EU")]
    public void Groups_and_organisations_have_names_too(string typed, string id) => ActorNames.Resolve(typed).Id.ShouldBe(id);

    [Fact]
    public void A_word_with_a_typing_error_is_taken_as_it_is_with_a_guess_at_what_is_meant()
    {
        var actor = ActorNames.Resolve("Tukrey");

        actor.Id.ShouldBe("Tukrey");
        actor.Remark.ShouldNotBeNull().ShouldContain("Did you mean TUR (Turkey)");
    }

    [Fact]
    public void An_actor_that_no_list_has_is_taken_as_it_is_without_a_guess() => ActorNames.Resolve("northern-river-front")
        .ShouldBe(new KnownName("northern-river-front", "no list has the actor northern-river-front; it is taken as it is"));
}
