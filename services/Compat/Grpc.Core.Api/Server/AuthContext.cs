namespace Grpc.Core;

/// <summary>What a connection proves about the peer, such as the names in its certificate.</summary>
public class AuthContext
{
    private readonly string? peerIdentityPropertyName;
    private readonly Dictionary<string, List<AuthProperty>> properties;

    /// <summary>A context with the properties given, one of which may say who the peer is.</summary>
    public AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        this.peerIdentityPropertyName = peerIdentityPropertyName;
        this.properties = properties;
    }

    /// <summary>Whether it is known who the peer is.</summary>
    public bool IsPeerAuthenticated => peerIdentityPropertyName is not null;

    /// <summary>The property that says who the peer is, or null.</summary>
    public string? PeerIdentityPropertyName => peerIdentityPropertyName;

    /// <summary>Who the peer is; empty where that is not known.</summary>
    public IEnumerable<AuthProperty> PeerIdentity =>
        peerIdentityPropertyName is null ? [] : FindPropertiesByName(peerIdentityPropertyName);

    /// <summary>Every property.</summary>
    public IEnumerable<AuthProperty> Properties => properties.Values.SelectMany(values => values);

    /// <summary>Every property of a name.</summary>
    public IEnumerable<AuthProperty> FindPropertiesByName(string propertyName) =>
        properties.TryGetValue(propertyName, out var values) ? values : [];
}
