using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;

namespace Parley.Compat.Tests.Contracts;

public sealed class PublishedPackagesFindWhatTheyNeed
{
    public static TheoryData<Assembly, Assembly> Pairs { get; } = new()
    {
        { typeof(GrpcServiceOptions).Assembly, typeof(Status).Assembly },
        { typeof(GrpcServiceOptions).Assembly, typeof(ICompressionProvider).Assembly },
        { typeof(GrpcChannel).Assembly, typeof(Status).Assembly },
        { typeof(GrpcChannel).Assembly, typeof(ICompressionProvider).Assembly },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_member_that_they_refer_to_is_there(Assembly published, Assembly contract)
    {
        using var taking = new ReferencedMembers(published);
        using var giving = new ReferencedMembers(contract);

        var taken = taking.TakenFrom(contract.GetName().Name!).ToHashSet();

        taken.ShouldNotBeEmpty();
        taken.Except(giving.Defined()).ShouldBeEmpty();
    }

    // Loading a type fails where it leaves an abstract member open or overrides one that is not there.
    [Theory]
    [InlineData(typeof(GrpcServiceOptions))]
    [InlineData(typeof(GrpcChannel))]
    public void Every_type_of_theirs_loads(Type type) => type.Assembly.GetTypes().ShouldNotBeEmpty();
}
