using Grpc.Core;
using Parley.Platform.Grpc;

namespace Parley.Platform.Tests.Grpc;

public sealed class Page_tokens
{
    [Theory]
    [InlineData("")]
    [InlineData("2031-03-04 e-1")]
    [InlineData("Çağla/🕊 7")]
    public void A_token_gives_its_position_back(string position) =>
        PageToken.Read(PageToken.Make("list:TUR", position), "list:TUR", "page_token").ShouldBe(position);

    [Fact]
    public void No_token_is_the_beginning() => PageToken.Read("", "list:TUR", "page_token").ShouldBeNull();

    [Fact]
    public void A_token_is_safe_in_an_address() => PageToken.Make("list", new string('?', 50) + "ÿÿÿ>>>").ShouldMatch("^[A-Za-z0-9_-]+$");

    [Fact]
    public void A_token_of_another_method_or_filter_is_refused() => ShouldBeRefused(PageToken.Make("list:CYP", "7"));

    [Fact]
    public void A_position_with_a_control_character_is_none_of_ours() => ShouldBeRefused(PageToken.Make("list:TUR", "e\0"));

    [Theory]
    [InlineData("7")]
    [InlineData("not a token!")]
    [InlineData("####")]
    [InlineData("////")]
    [InlineData("AAAA")]
    [InlineData(" ")]
    public void What_this_service_did_not_make_is_refused(string token) => ShouldBeRefused(token);

    [Fact]
    public void A_token_that_was_cut_is_refused() => ShouldBeRefused(PageToken.Make("list:TUR", "7")[..8]);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 1)]
    [InlineData(1_000, 1_000)]
    [InlineData(1_001, 1_000)]
    [InlineData(int.MaxValue, 1_000)]
    public void A_page_has_the_size_asked_for_within_bounds(int asked, int size) => PageToken.Size(asked, 100, 1_000).ShouldBe(size);

    [Fact]
    public void A_page_of_less_than_nothing_is_refused()
    {
        var error = Should.Throw<RpcException>(() => PageToken.Size(-1, 100, 1_000));

        (error.StatusCode, GrpcErrors.FirstField(error)).ShouldBe((StatusCode.InvalidArgument, "page_size"));
    }

    private static void ShouldBeRefused(string token)
    {
        var error = Should.Throw<RpcException>(() => PageToken.Read(token, "list:TUR", "page_token"));

        (error.StatusCode, GrpcErrors.FirstField(error)).ShouldBe((StatusCode.InvalidArgument, "page_token"));
    }
}
