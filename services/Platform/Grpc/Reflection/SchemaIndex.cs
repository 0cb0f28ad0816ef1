using Google.Protobuf.Reflection;

namespace Parley.Platform.Grpc;

/// <summary>The files behind a set of services, with all that they import, by file name, symbol and extension.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, FileDescriptor> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> bySymbol = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> extensionsByType = new(StringComparer.Ordinal);

    public SchemaIndex(IEnumerable<ServiceDescriptor> services)
    {
        var descriptors = services.DistinctBy(service => service.FullName).ToList();
        Services = [.. descriptors.Select(service => service.FullName).Order(StringComparer.Ordinal)];
        foreach (var service in descriptors)
            AddWithImports(service.File);
    }

    /// <summary>Full names, in order.</summary>
    public IReadOnlyList<string> Services { get; }

    public FileDescriptor? FileNamed(string name) => byName.GetValueOrDefault(name);

    public FileDescriptor? FileWith(string symbol) => bySymbol.GetValueOrDefault(symbol);

    public FileDescriptor? FileWithExtension(string extendedType, int number) =>
        extensionsByType.GetValueOrDefault(extendedType)?.GetValueOrDefault(number);

    /// <summary>The numbers by which known files extend a message, in order; null where there is no such message.</summary>
    public IReadOnlyCollection<int>? ExtensionsOf(string type) => extensionsByType.GetValueOrDefault(type)?.Keys;

    /// <summary>A file followed by all that it imports, directly or not, each once.</summary>
    public static IReadOnlyCollection<FileDescriptor> WithImports(FileDescriptor file)
    {
        var found = new OrderedDictionary<string, FileDescriptor>(StringComparer.Ordinal);
        var open = new Queue<FileDescriptor>([file]);
        while (open.TryDequeue(out var next))
        {
            if (!found.TryAdd(next.Name, next))
                continue;
            foreach (var import in next.Dependencies)
                open.Enqueue(import);
        }

        return found.Values;
    }

    private void AddWithImports(FileDescriptor root)
    {
        foreach (var file in WithImports(root))
        {
            if (byName.TryAdd(file.Name, file))
                AddSymbols(file);
        }
    }

    private void AddSymbols(FileDescriptor file)
    {
        foreach (var service in file.Services)
        {
            bySymbol.TryAdd(service.FullName, file);
            foreach (var method in service.Methods)
                bySymbol.TryAdd(method.FullName, file);
        }

        foreach (var message in file.MessageTypes)
            AddMessage(message);
        foreach (var type in file.EnumTypes)
            AddEnum(type, file.Package);
        foreach (var extension in file.Extensions.UnorderedExtensions)
            AddExtension(extension);
    }

    private void AddMessage(MessageDescriptor message)
    {
        bySymbol.TryAdd(message.FullName, message.File);
        ExtensionsFor(message);
        foreach (var field in message.Fields.InDeclarationOrder())
            bySymbol.TryAdd(field.FullName, message.File);
        foreach (var oneof in message.Oneofs)
            bySymbol.TryAdd(oneof.FullName, message.File);
        foreach (var nested in message.NestedTypes)
            AddMessage(nested);
        foreach (var type in message.EnumTypes)
            AddEnum(type, message.FullName);
        foreach (var extension in message.Extensions.UnorderedExtensions)
            AddExtension(extension);
    }

    // The values of an enum are siblings of the enum, not its members.
    private void AddEnum(EnumDescriptor type, string scope)
    {
        bySymbol.TryAdd(type.FullName, type.File);
        foreach (var value in type.Values)
            bySymbol.TryAdd(scope.Length == 0 ? value.Name : $"{scope}.{value.Name}", type.File);
    }

    private void AddExtension(FieldDescriptor extension)
    {
        bySymbol.TryAdd(extension.FullName, extension.File);
        ExtensionsFor(extension.ExtendeeType).TryAdd(extension.FieldNumber, extension.File);
    }

    // A file may extend the messages of its imports, whichever of the two comes first here.
    private SortedDictionary<int, FileDescriptor> ExtensionsFor(MessageDescriptor message)
    {
        if (!extensionsByType.TryGetValue(message.FullName, out var extensions))
            extensionsByType[message.FullName] = extensions = [];
        return extensions;
    }
}
