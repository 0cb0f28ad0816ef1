using Parley.Cli.Names;

namespace Parley.Cli.Tests.Names;

public sealed class Names_of_places
{
    [Theory]
    [InlineData("Turkey", "TUR", "Turkey is TUR (Turkey)")]
    [InlineData("türkiye", "TUR", "türkiye is TUR (Turkey)")]
    [InlineData("TUR", "TUR", null)]
    [InlineData("istanbul", "istanbul", null)]
    [InlineData("Idlib", "Idlib", null)]
    [InlineData("northern river", "northern river", "no list has the place northern river; it is taken as it is")]
    public void A_country_is_its_code_and_any_other_place_its_name(string typed, string asked, string? remark) =>
        PlaceNames.Resolve(typed).ShouldBe(new KnownName(asked, remark));

    [Fact]
    public void A_country_goes_by_its_former_names_too() => PlaceNames.Resolve("Zaire").Id.ShouldBe("COD");

    [Fact]
    public void A_place_with_a_typing_error_is_taken_as_it_is_with_a_guess_at_what_is_meant() =>
        PlaceNames.Resolve("Istambul").ShouldBe(new KnownName("Istambul", "no list has the place Istambul; it is taken as it is. Did you mean Istanbul?"));

    [Theory]
    [InlineData("turkey", "Turkey", null)]
    [InlineData("Türkiye", "Turkey", "Türkiye is Turkey")]
    [InlineData("LBY", "Libya", "LBY is Libya")]
    [InlineData("Atlantis", "Atlantis", "no list has the topic Atlantis; it is taken as it is")]
    public void A_topic_is_the_usual_name_of_a_country(string typed, string asked, string? remark) =>
        PlaceNames.ResolveTopic(typed).ShouldBe(new KnownName(asked, remark));
}
