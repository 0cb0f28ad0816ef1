using System.Text;

namespace Grpc.Core;

/// <summary>One thing that a connection proves about the peer.</summary>
public class AuthProperty
{
    private readonly byte[] value;

    private AuthProperty(string name, byte[] value)
    {
        Name = name;
        this.value = value;
    }

    /// <summary>What the property is called.</summary>
    public string Name { get; }

    /// <summary>The value as UTF-8 text.</summary>
    public string Value => Encoding.UTF8.GetString(value);

    /// <summary>A copy of the value's bytes.</summary>
    public byte[] ValueBytes => [.. value];

    /// <summary>A property with a copy of the bytes given.</summary>
    public static AuthProperty Create(string name, byte[] valueBytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(valueBytes);
        return new AuthProperty(name, [.. valueBytes]);
    }
}
