using System.Globalization;
using Parley.Contracts.Protocol;
using Parley.Extraction.Ledger.Dossiers;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;
using DossierType = Parley.Contracts.DossierType;
using ProtoDossierType = Parley.Protocol.Extraction.V1.DossierType;

namespace Parley.Extraction.Api;

/// <summary>What requests for dossiers ask for.</summary>
internal static class DossierRequests
{
    /// <summary>Dossiers are read whole, so their pages are shorter than those of entries.</summary>
    public const int DefaultPage = 20;
    public const int LargestPage = 100;

    private const int MostActors = 2;

    /// <summary>The id of the dossier, given as such or by its actors.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: nothing can be meant.</exception>
    public static string Id(GetDossierRequest request)
    {
        if (request.Actors.Count == 0) return Ids.Required(request.DossierId, "dossier_id");
        if (Ids.Optional(request.DossierId, "dossier_id") is not null) throw GrpcErrors.Invalid("actors", "are given beside an id; give the one or the other");
        if (request.Actors.Count > MostActors) throw GrpcErrors.Invalid("actors", "are more than two; a dossier is of one conflict or of two parties");
        var actors = request.Actors.Select((a, i) => Ids.Required(a, $"actors[{i}]")).ToList();
        return DossierId.OfActors(actors[0], actors.ElementAtOrDefault(1)) ?? throw GrpcErrors.Invalid("actors[1]", $"is the same party as {actors[0]}");
    }

    /// <summary>The type that is asked for; null for any.</summary>
    public static DossierType? Type(ProtoDossierType type) => type == ProtoDossierType.Unspecified
        ? null
        : type.ToDomain<DossierType, ProtoDossierType>() ?? throw GrpcErrors.Invalid("type", "is not a type of dossiers");

    /// <summary>A place in the list as a page token has it.</summary>
    public static string Position(ListedDossier place) => string.Create(CultureInfo.InvariantCulture, $"{place.LastActivity.UtcTicks} {place.Id}");

    /// <summary>The place in the list where a page token begins; null for an empty one.</summary>
    public static ListedDossier? Position(string token, string scope)
    {
        if (PageToken.Read(token, scope, "page_token") is not { } text) return null;
        var parts = text.Split(' ', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new ListedDossier(parts[1], new DateTimeOffset(ticks, TimeSpan.Zero))
            : throw GrpcErrors.Invalid("page_token", "is not a token of this method");
    }
}
