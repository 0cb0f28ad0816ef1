using System.Text.RegularExpressions;
using Google.Rpc;
using Grpc.Core;
using Parley.Platform.Grpc;

namespace Parley.Interop.Tests.Hostile;

/// <summary>Errors in a line: the status, and what its AIP-193 details name.</summary>
internal static partial class Outcome
{
    public const string Ok = "OK";

    /// <summary>
    /// As <c>INVALID_ARGUMENT article.text</c>, <c>NOT_FOUND entry</c> or <c>RESOURCE_EXHAUSTED MESSAGE_TOO_LARGE</c>; "without details" where it has
    /// none.
    /// </summary>
    public static string Of(RpcException error)
    {
        var status = Name(error.StatusCode);
        if (GrpcErrors.Details(error) is not { } details || (int)error.StatusCode != details.Code || details.Message != error.Status.Detail)
            return $"{status} without details: {error.Status.Detail}";
        var named = new List<string>();
        var reason = "";
        foreach (var detail in details.Details)
        {
            if (detail.TryUnpack<ErrorInfo>(out var info) && info.Domain == "parley")
                reason = info.Reason;
            else if (detail.TryUnpack<BadRequest>(out var request))
                named.AddRange(request.FieldViolations.Where(v => v.Description.Length > 0).Select(v => v.Field));
            else if (detail.TryUnpack<ResourceInfo>(out var resource))
                named.Add(resource.ResourceType);
        }

        if (reason.Length == 0)
            return $"{status} without a reason";
        return $"{status} {(named.Count > 0 ? string.Join(',', named) : reason)}".TrimEnd();
    }

    public static string Name(StatusCode code) => WordStart().Replace(code.ToString(), "_$0").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
