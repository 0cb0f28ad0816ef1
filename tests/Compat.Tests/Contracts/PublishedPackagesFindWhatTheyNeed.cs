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

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_type_that_they_refer_to_is_there(Assembly published, Assembly contract)
    {
        using var taking = new ReferencedMembers(published);
        using var giving = new ReferencedMembers(contract);

        var taken = taking.TypesTakenFrom(contract.GetName().Name!).ToHashSet();

        taken.ShouldNotBeEmpty();
        taken.Except(giving.DefinedTypes()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void They_refer_to_this_very_identity(Assembly published, Assembly contract)
    {
        using var taking = new ReferencedMembers(published);
        var wanted = taking.ReferenceTo(contract.GetName().Name!);

        contract.GetName().Version.ShouldBe(wanted.Version);
        contract.GetName().GetPublicKeyToken().ShouldBe(wanted.GetPublicKeyToken());
    }

    // The comparison itself has to tell a member from its like, or the tests above could not fail.
    [Theory]
    [InlineData("Grpc.Core.Status..ctor<0>(Grpc.Core.StatusCode, String) : Void", true)]
    [InlineData("Grpc.Core.Status..ctor<0>(String, Grpc.Core.StatusCode) : Void", false)]
    [InlineData("Grpc.Core.Metadata.GetValue<0>(String) : String", true)]
    [InlineData("Grpc.Core.Metadata.GetValue<0>(String) : Object", false)]
    [InlineData("Grpc.Core.Metadata.GetValue<1>(String) : String", false)]
    [InlineData("Grpc.Core.Metadata+Entry.get_IsBinary<0>() : Boolean", true)]
    [InlineData("Grpc.Core.Metadata.get_IsBinary<0>() : Boolean", false)]
    public void A_member_is_told_from_its_like(string member, bool there)
    {
        using var giving = new ReferencedMembers(typeof(Status).Assembly);

        giving.Defined().Contains(member).ShouldBe(there);
    }

    // Enum values are compiled into the published client as numbers.
    [Fact]
    public void The_states_of_a_channel_have_the_published_numbers() =>
        Enum.GetValues<ConnectivityState>().Select(state => $"{(int)state} {state}")
            .ShouldBe(["0 Idle", "1 Connecting", "2 Ready", "3 TransientFailure", "4 Shutdown"]);

    // Loading a type fails where it leaves an abstract member open or overrides one that is not there.
    [Theory]
    [InlineData(typeof(GrpcServiceOptions))]
    [InlineData(typeof(GrpcChannel))]
    public void Every_type_of_theirs_loads(Type type) => type.Assembly.GetTypes().ShouldNotBeEmpty();
}
