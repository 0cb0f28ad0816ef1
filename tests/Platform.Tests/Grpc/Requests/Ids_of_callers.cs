using Grpc.Core;
using Parley.Platform.Grpc;

namespace Parley.Platform.Tests.Grpc.Requests;

public sealed class Ids_of_callers
{
    [Theory]
    [InlineData("e-1")]
    [InlineData("seeds/Çağla 1.txt")]
    [InlineData("https://gazette.example/7?a=1&b=🕊")]
    public void An_id_is_any_line_of_text(string id) => Ids.Required(id, "entry_id").ShouldBe(id);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \t\u00a0", "is blank")]
    [InlineData("a\0", "has a control character at 1")]
    [InlineData("ab\n", "has a control character at 2")]
    [InlineData("\u007f", "has a control character at 0")]
    [InlineData("abc\u0085", "has a control character at 3")]
    public void What_can_be_no_id_is_refused_with_the_reason(string id, string fault)
    {
        var refusal = Should.Throw<RpcException>(() => Ids.Required(id, "entry_id"));

        (refusal.StatusCode, GrpcErrors.FirstField(refusal), refusal.Status.Detail).ShouldBe((StatusCode.InvalidArgument, "entry_id", $"entry_id {fault}"));
    }

    [Fact]
    public void An_id_has_at_most_512_characters()
    {
        Ids.Fault(new string('x', 512)).ShouldBeNull();
        Ids.Fault(new string('x', 513)).ShouldBe("has 513 characters, 512 are allowed");
    }

    [Fact]
    public void An_id_that_may_be_left_out_is_null_where_it_is()
    {
        Ids.Optional("", "actor").ShouldBeNull();
        Ids.Optional("TUR", "actor").ShouldBe("TUR");
        Should.Throw<RpcException>(() => Ids.Optional(" ", "actor")).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }
}
