using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Microsoft.AspNetCore.Routing;
using Asked = Grpc.Reflection.V1.ServerReflectionRequest.MessageRequestOneofCase;

namespace Parley.Platform.Grpc;

/// <summary>Answers one reflection request after another from the schemas of the mapped services.</summary>
internal sealed class ReflectionAnswers(EndpointDataSource endpoints)
{
    // Made on the first request, when every service has been mapped.
    private readonly Lazy<SchemaIndex> index = new(() => new SchemaIndex(MappedServices.Of(endpoints)));

    public ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = request.MessageRequestCase switch
        {
            Asked.ListServices => Services(),
            Asked.FileByFilename => File(index.Value.FileNamed(request.FileByFilename), request.FileByFilename),
            Asked.FileContainingSymbol => File(index.Value.FileWith(request.FileContainingSymbol), request.FileContainingSymbol),
            Asked.FileContainingExtension => Extension(request.FileContainingExtension),
            Asked.AllExtensionNumbersOfType => ExtensionNumbers(request.AllExtensionNumbersOfType),
            _ => Error(StatusCode.InvalidArgument, "The request asks for nothing."),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private ServerReflectionResponse Services()
    {
        var list = new ListServiceResponse();
        list.Service.AddRange(index.Value.Services.Select(name => new ServiceResponse { Name = name }));
        return new ServerReflectionResponse { ListServicesResponse = list };
    }

    private ServerReflectionResponse Extension(ExtensionRequest request) => File(
        index.Value.FileWithExtension(request.ContainingType, request.ExtensionNumber),
        $"{request.ContainingType} extension {request.ExtensionNumber}");

    private ServerReflectionResponse ExtensionNumbers(string type)
    {
        if (index.Value.ExtensionsOf(type) is not { } numbers)
            return NotFound(type);
        var extensions = new ExtensionNumberResponse { BaseTypeName = type };
        extensions.ExtensionNumber.AddRange(numbers);
        return new ServerReflectionResponse { AllExtensionNumbersResponse = extensions };
    }

    private static ServerReflectionResponse File(FileDescriptor? file, string sought)
    {
        if (file is null)
            return NotFound(sought);
        var files = new FileDescriptorResponse();
        files.FileDescriptorProto.AddRange(SchemaIndex.WithImports(file).Select(found => found.SerializedData));
        return new ServerReflectionResponse { FileDescriptorResponse = files };
    }

    private static ServerReflectionResponse NotFound(string sought) => Error(StatusCode.NotFound, $"Not found: {sought}");

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}
