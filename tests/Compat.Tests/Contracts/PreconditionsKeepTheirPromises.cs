using Grpc.Core.Utils;

namespace Parley.Compat.Tests.Contracts;

public sealed class PreconditionsKeepTheirPromises
{
    [Fact]
    public void What_holds_passes()
    {
        GrpcPreconditions.CheckArgument(true);
        GrpcPreconditions.CheckArgument(true, "message");
        GrpcPreconditions.CheckState(true);
        GrpcPreconditions.CheckState(true, "message");
        GrpcPreconditions.CheckNotNull("word").ShouldBe("word");
        GrpcPreconditions.CheckNotNull("word", "name").ShouldBe("word");
    }

    [Fact]
    public void What_does_not_hold_throws_with_the_message_given()
    {
        Should.Throw<ArgumentException>(() => GrpcPreconditions.CheckArgument(false));
        Should.Throw<ArgumentException>(() => GrpcPreconditions.CheckArgument(false, "odd")).Message.ShouldBe("odd");
        Should.Throw<InvalidOperationException>(() => GrpcPreconditions.CheckState(false));
        Should.Throw<InvalidOperationException>(() => GrpcPreconditions.CheckState(false, "closed")).Message.ShouldBe("closed");
    }

    [Fact]
    public void Null_throws_with_the_name_given()
    {
        Should.Throw<ArgumentNullException>(() => GrpcPreconditions.CheckNotNull<string>(null!));
        Should.Throw<ArgumentNullException>(() => GrpcPreconditions.CheckNotNull<string>(null!, "given")).ParamName.ShouldBe("given");
    }
}
