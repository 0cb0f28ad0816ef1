using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Parley.Compat.Tests.Contracts;

/// <summary>Writes down, one comparable line a member, what an assembly defines and what it refers to in others.</summary>
internal sealed class ReferencedMembers : IDisposable
{
    private readonly PEReader file;
    private readonly MetadataReader reader;
    private readonly SignatureLines signatures = new();

    public ReferencedMembers(Assembly assembly)
    {
        file = new PEReader(File.OpenRead(assembly.Location));
        reader = file.GetMetadataReader();
    }

    /// <summary>Every method and field that other assemblies may reach.</summary>
    public IEnumerable<string> Defined()
    {
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(IsReachable))
        {
            var name = SignatureLines.NameOf(reader, type);
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition).Where(IsReachable))
                yield return Line(name, reader.GetString(method.Name), method.DecodeSignature(signatures, null));
            foreach (var field in type.GetFields().Select(reader.GetFieldDefinition).Where(IsReachable))
                yield return $"{name}.{reader.GetString(field.Name)} : {field.DecodeSignature(signatures, null)}";
        }
    }

    /// <summary>Every method and field that this assembly takes from the one named.</summary>
    public IEnumerable<string> TakenFrom(string assembly)
    {
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (TypeOf(member.Parent) is not { } type || AssemblyOf(type) != assembly)
                continue;
            var owner = SignatureLines.NameOf(reader, type);
            var name = reader.GetString(member.Name);
            yield return member.GetKind() == MemberReferenceKind.Method
                ? Line(owner, name, member.DecodeMethodSignature(signatures, null))
                : $"{owner}.{name} : {member.DecodeFieldSignature(signatures, null)}";
        }
    }

    /// <summary>Every type that other assemblies may reach.</summary>
    public IEnumerable<string> DefinedTypes() => reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(IsReachable)
        .Select(type => SignatureLines.NameOf(reader, type));

    /// <summary>Every type that this assembly takes from the one named, if only as a parameter or a base.</summary>
    public IEnumerable<string> TypesTakenFrom(string assembly) => reader.TypeReferences.Select(reader.GetTypeReference)
        .Where(type => AssemblyOf(type) == assembly).Select(type => SignatureLines.NameOf(reader, type));

    /// <summary>The identity under which this assembly refers to the one named.</summary>
    public AssemblyName ReferenceTo(string assembly) => reader.AssemblyReferences.Select(reader.GetAssemblyReference)
        .Select(reference => reference.GetAssemblyName()).Single(name => name.Name == assembly);

    public void Dispose() => file.Dispose();

    private static string Line(string type, string name, MethodSignature<string> signature) =>
        $"{type}.{name}<{signature.GenericParameterCount}>({string.Join(", ", signature.ParameterTypes)}) : {signature.ReturnType}";

    private static bool IsReachable(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask)
            is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsReachable(FieldDefinition field) =>
        (field.Attributes & FieldAttributes.FieldAccessMask)
            is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsReachable(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask)
        is TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem;

    private TypeReference? TypeOf(EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
            return reader.GetTypeReference((TypeReferenceHandle)parent);
        if (parent.Kind != HandleKind.TypeSpecification)
            return null;
        var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return null;
        blob.ReadByte();
        var generic = blob.ReadTypeHandle();
        return generic.Kind == HandleKind.TypeReference ? reader.GetTypeReference((TypeReferenceHandle)generic) : null;
    }

    private string? AssemblyOf(TypeReference type) => type.ResolutionScope.Kind switch
    {
        HandleKind.AssemblyReference =>
            reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
        HandleKind.TypeReference => AssemblyOf(reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope)),
        _ => null,
    };
}
