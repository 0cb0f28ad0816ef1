using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Alpha = Grpc.Reflection.V1Alpha;

namespace Parley.Platform.Tests.Grpc;

public sealed class ReflectionOverGrpc
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Every_mapped_service_is_listed()
    {
        var response = await Ask(new ServerReflectionRequest { ListServices = "*" });

        response.ListServicesResponse.Service.Select(service => service.Name).ShouldBe(
        [
            "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection",
            "platform.tests.Desk",
        ]);
    }

    [Theory]
    [InlineData("platform.tests.Desk")]
    [InlineData("platform.tests.Desk.Open")]
    [InlineData("platform.tests.OpenRequest")]
    [InlineData("platform.tests.OpenRequest.drawer")]
    [InlineData("platform.tests.OpenRequest.what")]
    [InlineData("platform.tests.OpenRequest.Nested")]
    [InlineData("platform.tests.OpenRequest.Nested.label")]
    [InlineData("platform.tests.OpenRequest.Drawer")]
    [InlineData("platform.tests.OpenRequest.DRAWER_TOP")]
    [InlineData("platform.tests.Wood")]
    [InlineData("platform.tests.WOOD_OAK")]
    public async Task A_symbol_brings_its_file_and_all_that_it_imports(string symbol)
    {
        var response = await Ask(new ServerReflectionRequest { FileContainingSymbol = symbol });

        Names(response).ShouldBe(["desk.proto", "desk_parts.proto", "google/protobuf/timestamp.proto"]);
    }

    [Theory]
    [InlineData("platform.tests.parts.colour")]
    [InlineData("platform.tests.parts.Holder.weight")]
    public async Task An_extension_is_a_symbol_of_an_imported_file(string symbol)
    {
        var response = await Ask(new ServerReflectionRequest { FileContainingSymbol = symbol });

        Names(response).ShouldBe(["desk_parts.proto", "google/protobuf/timestamp.proto"]);
    }

    [Fact]
    public async Task A_file_name_brings_the_file()
    {
        var response = await Ask(new ServerReflectionRequest { FileByFilename = "google/protobuf/timestamp.proto" });

        Names(response).ShouldBe(["google/protobuf/timestamp.proto"]);
    }

    [Fact]
    public async Task The_files_are_enough_to_build_the_schema()
    {
        var response = await Ask(new ServerReflectionRequest { FileContainingSymbol = "platform.tests.Desk" });

        var files = FileDescriptor.BuildFromByteStrings(response.FileDescriptorResponse.FileDescriptorProto.Reverse());
        files[^1].FindTypeByName<ServiceDescriptor>("Desk").Methods.Single().Name.ShouldBe("Open");
    }

    [Fact]
    public async Task An_extension_number_brings_the_file_of_the_extension()
    {
        var response = await Ask(new ServerReflectionRequest
        {
            FileContainingExtension = new ExtensionRequest { ContainingType = "platform.tests.parts.Part", ExtensionNumber = 120 },
        });

        Names(response)[0].ShouldBe("desk_parts.proto");
    }

    [Fact]
    public async Task The_extension_numbers_of_a_message_are_listed()
    {
        var response = await Ask(new ServerReflectionRequest { AllExtensionNumbersOfType = "platform.tests.parts.Part" });

        response.AllExtensionNumbersResponse.BaseTypeName.ShouldBe("platform.tests.parts.Part");
        response.AllExtensionNumbersResponse.ExtensionNumber.ShouldBe([101, 120]);
    }

    [Theory]
    [InlineData("platform.tests.OpenResponse")]
    [InlineData("platform.tests.OpenRequest.Nested")]
    public async Task A_message_without_extensions_has_none(string type)
    {
        var response = await Ask(new ServerReflectionRequest { AllExtensionNumbersOfType = type });

        response.AllExtensionNumbersResponse.ExtensionNumber.ShouldBeEmpty();
    }

    public static TheoryData<string> Unknown { get; } = new(
        """{ "fileByFilename": "absent.proto" }""",
        """{ "fileContainingSymbol": "platform.tests.Absent" }""",
        """{ "fileContainingSymbol": "" }""",
        """{ "fileContainingExtension": { "containingType": "platform.tests.parts.Part", "extensionNumber": 199 } }""",
        """{ "fileContainingExtension": { "containingType": "absent", "extensionNumber": 1 } }""",
        """{ "allExtensionNumbersOfType": "platform.tests.Absent" }""",
        """{ "allExtensionNumbersOfType": "platform.tests.Desk" }""");

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task What_is_not_there_is_an_error_in_the_response(string request)
    {
        var response = await Ask(ServerReflectionRequest.Parser.ParseJson(request));

        response.ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.NotFound);
        response.ErrorResponse.ErrorMessage.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_request_for_nothing_is_an_invalid_argument()
    {
        var response = await Ask(new ServerReflectionRequest());

        response.ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task A_response_repeats_host_and_request()
    {
        var request = new ServerReflectionRequest { Host = "desk.example", ListServices = "" };

        var response = await Ask(request);

        response.ValidHost.ShouldBe("desk.example");
        response.OriginalRequest.ShouldBe(request);
    }

    [Fact]
    public async Task One_stream_answers_many_requests_and_goes_on_after_an_error()
    {
        await using var host = await DeskHost.StartAsync();
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();

        await call.RequestStream.WriteAsync(new ServerReflectionRequest { FileByFilename = "absent.proto" });
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { FileByFilename = "desk.proto" });
        await call.RequestStream.CompleteAsync();
        var responses = new List<ServerReflectionResponse>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            responses.Add(response);

        responses.Count.ShouldBe(2);
        responses[0].ErrorResponse.ShouldNotBeNull();
        Names(responses[1])[0].ShouldBe("desk.proto");
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task The_alpha_version_gives_the_same_answers()
    {
        await using var host = await DeskHost.StartAsync();
        using var call = new Alpha.ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();

        await call.RequestStream.WriteAsync(new Alpha.ServerReflectionRequest { FileContainingSymbol = "platform.tests.Desk" });
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();

        call.ResponseStream.Current.FileDescriptorResponse.FileDescriptorProto.Count.ShouldBe(3);
        call.ResponseStream.Current.OriginalRequest.FileContainingSymbol.ShouldBe("platform.tests.Desk");
    }

    [Fact]
    public async Task An_idle_stream_does_not_hold_up_the_end_of_the_host()
    {
        await using var host = await DeskHost.StartAsync();
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();

        var stop = host.StopAsync();

        // Not which status: a client whose request stream is open may see the connection close before the trailers.
        await Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext().WaitAsync(Patience));
        await stop.WaitAsync(Patience);
    }

    private static async Task<ServerReflectionResponse> Ask(ServerReflectionRequest request)
    {
        await using var host = await DeskHost.StartAsync();
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        return call.ResponseStream.Current;
    }

    private static List<string> Names(ServerReflectionResponse response) =>
        [.. response.FileDescriptorResponse.FileDescriptorProto.Select(bytes => FileDescriptorProto.Parser.ParseFrom(bytes).Name)];
}
