using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Cli.Names;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;
using DossierType = Parley.Contracts.DossierType;
using ProtoDossierType = Parley.Protocol.Extraction.V1.DossierType;

namespace Parley.Cli.Commands;

/// <summary><c>parley dossier</c>: where the talks stand, in a conflict or between two parties of a running system.</summary>
internal static class DossierCommand
{
    private const int MostActors = 2;
    private const int PageSize = 100;

    public static Command Create()
    {
        var which = new Argument<string[]>("which")
        {
            Description = "A country or an armed group, for the conflict; two parties, for what is between them; or a dossier's id. Nothing lists them all.",
            Arity = new ArgumentArity(0, MostActors),
            HelpName = "which",
        };
        which.CompletionSources.Add(_ => ActorNames.Completions());
        var type = new Option<string?>("--type") { Description = "List only conflicts, or only pairs.", HelpName = "type" };
        type.AcceptOnlyFromAmong([.. WireWord.All<DossierType>()]);
        var actor = FilterOptions.ActorOption<string?>("List only the pairs of this party, and the conflicts in which it has a part.");
        var moment = new MomentOptions();
        var address = Clients.AddressOption();
        var json = JsonOption.Create("a dossier each, with its statements and the sentence that proves each");
        var command = new ParleyCommand("dossier", CommandGroup.Running, "Says where the talks stand: the ceasefire, what is planned, who last met.")
        {
            Examples =
            [
                new("./parley dossier", "every conflict and every two parties, the last active first"),
                new("./parley dossier Libya", "one conflict"),
                new("./parley dossier Russia Turkey --as-of 2020-06-14", "two parties, as it looked on that day"),
                new("./parley dossier --type conflict | jq -r '[.title, .summary] | @tsv'", "a line for each conflict, for a script"),
            ],
        };
        command.Add(which);
        command.Add(type);
        command.Add(actor);
        moment.AddTo(command);
        command.Add(address);
        command.Add(json);
        command.SetAction(async (parse, cancellation) =>
        {
            var (named, kind, party) = (parse.GetValue(which) ?? [], parse.GetValue(type), parse.GetValue(actor));
            if (named.Length > 0 && (kind ?? party) is not null)
                throw new UsageException("--type and --actor choose from the list; leave out what names one dossier.");
            var (asOf, knownAt) = moment.Read(parse);
            using var clients = Clients.Of(parse.GetValue(address));
            var programs = JsonOption.ForPrograms(parse, json);
            if (named.Length > 0)
            {
                var request = Request(named);
                (request.AsOf, request.KnownAt) = (asOf?.ToTimestamp(), knownAt?.ToTimestamp());
                await DossierLines.WriteAsync(await FindAsync(clients.Ledger, request, named, cancellation), programs);
                return 0;
            }

            var list = new ListDossiersRequest { PageSize = PageSize, AsOf = asOf?.ToTimestamp(), KnownAt = knownAt?.ToTimestamp() };
            if (kind is not null) list.Type = WireWord.Parse<DossierType>(kind).ToProto<DossierType, ProtoDossierType>();
            if (party is not null) list.Actor = FilterOptions.ActorId(party);
            await DossierLines.WriteAsync(DossierLines.ReadAsync(clients.Ledger, list, cancellation), programs);
            return 0;
        });
        return command;
    }

    /// <summary>By an id, as the list has it, or by names.</summary>
    public static GetDossierRequest Request(IReadOnlyList<string> named)
    {
        if (named is [var id] && WireWord.All<DossierType>().Any(t => id.StartsWith(t + ":", StringComparison.Ordinal))) return new GetDossierRequest { DossierId = id };
        var request = new GetDossierRequest();
        request.Actors.AddRange(named.Select(FilterOptions.ActorId));
        return request.Actors.Distinct().Count() == named.Count
            ? request
            : throw OneParty(named);
    }

    private static async Task<Contracts.Dossier> FindAsync(LedgerService.LedgerServiceClient ledger, GetDossierRequest request, IReadOnlyList<string> named, CancellationToken cancellation)
    {
        try
        {
            return (await ledger.GetDossierAsync(request, cancellationToken: cancellation)).Dossier.ToDomain();
        }
        catch (RpcException e) when (GrpcErrors.FirstField(e) == "actors[1]")
        {
            // A government and its state: only the service knows which are one.
            throw OneParty(named);
        }
    }

    private static UsageException OneParty(IReadOnlyList<string> named) =>
        new($"{string.Join(" and ", named)} are one party. Name two, or one for the conflict in that country.");
}
