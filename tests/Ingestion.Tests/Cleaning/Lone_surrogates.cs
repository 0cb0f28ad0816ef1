using Parley.Ingestion.Cleaning;

namespace Parley.Ingestion.Tests.Cleaning;

// No InlineData: a lone surrogate does not survive the way through an attribute.
public sealed class Lone_surrogates
{
    [Fact]
    public void Well_formed_text_has_none()
    {
        Surrogates.FirstLone("").ShouldBeNull();
        Surrogates.FirstLone("Çağla met Ōe").ShouldBeNull();
        Surrogates.FirstLone("🕊🤝").ShouldBeNull();
    }

    [Fact]
    public void A_first_half_without_the_second_is_found_where_it_stands()
    {
        Surrogates.FirstLone("\ud83d").ShouldBe(0);
        Surrogates.FirstLone("ab\ud83d").ShouldBe(2);
        Surrogates.FirstLone("ab\ud83dc").ShouldBe(2);
        Surrogates.FirstLone("\ud83d\ud83d\udd4a").ShouldBe(0);
    }

    [Fact]
    public void A_second_half_without_the_first_is_found_where_it_stands()
    {
        Surrogates.FirstLone("\udd4a").ShouldBe(0);
        Surrogates.FirstLone("a\udd4a\ud83d").ShouldBe(1);
        Surrogates.FirstLone("🕊\udd4a").ShouldBe(2);
    }
}
