namespace Parley.Cli.Running;

/// <summary>Reads where a Parley is from the one address that a person gives.</summary>
internal static class ServiceAddresses
{
    private const string Placeholder = "{service}";

    /// <summary>One address for all services, or one with <c>{service}</c> in it.</summary>
    /// <exception cref="UsageException">It is no address.</exception>
    public static RunningSystem Parse(string address) =>
        new(0, 0, Of(address, "ingestion"), Of(address, "extraction"), Of(address, "search"), Of(address, "alerting"));

    private static Uri Of(string address, string service) =>
        Uri.TryCreate(address.Replace(Placeholder, service, StringComparison.OrdinalIgnoreCase), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : throw new UsageException($"'{address}' is no address: http://127.0.0.1:7100, or https://{{service}}.parley.example:7100 for four services.");
}
