namespace Parley.Contracts.Protocol;

/// <summary>Enums of the domain and of the protos, which count in the same order; those of the protos have 0 for unspecified before.</summary>
public static class EnumMapping
{
    /// <summary>The proto's value.</summary>
    public static TProto ToProto<TDomain, TProto>(this TDomain value)
        where TDomain : struct, Enum
        where TProto : struct, Enum => (TProto)(object)(Convert.ToInt32(value, null) + 1);

    /// <summary>The domain's value; null for unspecified, and for a value that this version does not know.</summary>
    public static TDomain? ToDomain<TDomain, TProto>(this TProto value)
        where TDomain : struct, Enum
        where TProto : struct, Enum
    {
        var number = Convert.ToInt32(value, null) - 1;
        return Enum.IsDefined(typeof(TDomain), number) ? (TDomain)(object)number : null;
    }
}
