using System.Globalization;
using System.Text.RegularExpressions;
using Google.Rpc;
using Grpc.Core;
using Parley.Platform.Grpc;

namespace Parley.Cli.Output;

/// <summary>What a service refused, in the words of the command line: which option is wrong, and what to do next.</summary>
/// <param name="Message">For standard error.</param>
/// <param name="ExitStatus">1 it cannot be done, 2 the call is wrong, 3 no service answers.</param>
internal sealed partial record Refusal(string Message, int ExitStatus)
{
    /// <summary>The last name in the path of a request's field, and where a person gave its value.</summary>
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["actors"] = "--actor",
        ["actor"] = "--actor",
        ["types"] = "--type",
        ["type"] = "--type",
        ["statuses"] = "--status",
        ["places"] = "--place",
        ["topics"] = "--topic",
        ["words"] = "--word",
        ["kinds"] = "--kind",
        ["min_confidence"] = "--min-confidence",
        ["min_outlets"] = "--outlets",
        ["name"] = "--name",
        ["owner"] = "--owner",
        ["labels"] = "--label",
        ["url"] = "--webhook",
        ["time_zone"] = "--time-zone",
        ["query"] = "the text to search for",
        ["page_size"] = "--page-size",
        ["resume_token"] = "--from",
        ["as_of"] = "--as-of",
        ["known_at"] = "--known-at",
        ["withdrawn_at"] = "--at",
        ["reason"] = "--reason",
        ["article_id"] = "the article's id",
        ["entry_id"] = "the entry's id",
        ["verdict_id"] = "the verdict's id",
        ["by"] = "--by",
        ["step"] = "--step",
        ["order_by"] = "--order",
    };

    /// <summary>Of an error that a service answered, or that stands for its silence.</summary>
    public static Refusal Of(RpcException error) => error.StatusCode switch
    {
        _ when IsUntrusted(error.Status.DebugException) => new(
            "The service's certificate is not trusted here. Name the file of its authority in PARLEY_CA, and call it by a name that the certificate has.", 2),
        StatusCode.InvalidArgument when Fields(error) is { Length: > 0 } fields => new(fields, 2),
        StatusCode.InvalidArgument => new(error.Status.Detail, 2),
        StatusCode.NotFound when Missing(error) == "subscription" => new($"{error.Status.Detail} Those that there are: ./parley subscribe list", 1),
        StatusCode.NotFound when Missing(error) == "dossier" => new($"{error.Status.Detail} Those that there are: ./parley dossier; those of one party: ./parley dossier --actor PARTY", 1),
        StatusCode.NotFound => new(error.Status.Detail, 1),
        StatusCode.Unavailable => new(
            $"The service does not answer ({error.Status.Detail}). What runs: ./parley status. Start it with: ./parley up", 3),
        StatusCode.DeadlineExceeded => new("The service did not answer in time. What is wrong with it: ./parley status", 3),
        StatusCode.Unauthenticated => new($"{error.Status.Detail} Give the key in PARLEY_KEY, or name its file in PARLEY_KEY_FILE.", 2),
        StatusCode.PermissionDenied => new($"{error.Status.Detail} Whoever runs Parley gives out keys: ./parley keys add --help", 2),
        StatusCode.Unimplemented => new("The service does not know this call: it is of another version than this program. Which one: ./parley status", 1),
        _ => new($"{error.StatusCode}: {error.Status.Detail}", 1),
    };

    private static bool IsUntrusted(Exception? cause) =>
        cause is System.Security.Authentication.AuthenticationException || (cause is not null && IsUntrusted(cause.InnerException));

    [GeneratedRegex(@"^(?:.*\.)?(?<name>[a-z_]+)(?:\[(?<index>[0-9]+)\])?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Path();

    private static string Fields(RpcException error) => string.Join(
        Environment.NewLine,
        from detail in Details(error)
        where detail.Is(BadRequest.Descriptor)
        from violation in detail.Unpack<BadRequest>().FieldViolations
        select $"{Place(violation.Field)} {violation.Description}.");

    private static string? Missing(RpcException error) =>
        Details(error).FirstOrDefault(d => d.Is(ResourceInfo.Descriptor))?.Unpack<ResourceInfo>().ResourceType;

    private static IEnumerable<Google.Protobuf.WellKnownTypes.Any> Details(RpcException error) => GrpcErrors.Details(error)?.Details ?? [];

    private static string Place(string field)
    {
        var path = Path().Match(field);
        if (!path.Success || !Places.TryGetValue(path.Groups["name"].Value, out var place))
            return field;
        return path.Groups["index"] is { Success: true } index
            ? string.Create(CultureInfo.InvariantCulture, $"{place} (number {int.Parse(index.Value, CultureInfo.InvariantCulture) + 1})")
            : place;
    }
}
