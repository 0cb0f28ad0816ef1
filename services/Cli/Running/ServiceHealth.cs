using Grpc.Core;
using Grpc.Health.V1;
using Parley.Platform.Grpc;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Cli.Running;

/// <summary>How one service is, in words for programs.</summary>
/// <param name="Service">ingestion, extraction, search or alerting.</param>
/// <param name="Address">Where it is looked for.</param>
/// <param name="Health">serving, not_serving, or unreachable.</param>
/// <param name="Database">serving or not_serving: the database as the service sees it; null where it does not say.</param>
/// <param name="Bus">serving or not_serving: the broker as the service sees it; null where it does not say.</param>
/// <param name="Version">The program's version; null where it does not say.</param>
/// <param name="Reason">Why it cannot be reached; null where it can.</param>
internal sealed record ServiceHealth(string Service, Uri Address, string Health, string? Database, string? Bus, string? Version, string? Reason)
{
    public const string Serving = "serving";
    public const string NotServing = "not_serving";
    public const string Unreachable = "unreachable";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Asks all at once.</summary>
    public static async Task<IReadOnlyList<ServiceHealth>> OfAsync(Clients clients, CancellationToken cancellation) =>
        await Task.WhenAll(clients.Healths.Select(s => OfAsync(s.Service, s.Address, s.Client, cancellation)));

    private static async Task<ServiceHealth> OfAsync(string service, Uri address, Health.HealthClient client, CancellationToken cancellation)
    {
        try
        {
            using var call = client.ListAsync(new HealthListRequest(), deadline: DateTime.UtcNow + Patience, cancellationToken: cancellation);
            var told = (await call).Statuses;
            var version = (await call.ResponseHeadersAsync).GetValue(GrpcHealthExtensions.VersionHeader);
            return new ServiceHealth(
                service, address, Word(told, "") ?? NotServing, Word(told, GrpcHealthExtensions.DatabaseName), Word(told, GrpcHealthExtensions.BusName), version, null);
        }
        catch (RpcException e) when (!cancellation.IsCancellationRequested)
        {
            return new ServiceHealth(service, address, Unreachable, null, null, null, e.StatusCode == StatusCode.DeadlineExceeded ? "no answer" : e.Status.Detail);
        }
    }

    private static string? Word(IDictionary<string, HealthCheckResponse> told, string name) =>
        told.TryGetValue(name, out var answer) ? answer.Status == ServingStatus.Serving ? Serving : NotServing : null;
}
