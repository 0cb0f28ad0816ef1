using System.CommandLine;
using System.Text.Json;
using Grpc.Core;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;
using EntryStatus = Parley.Contracts.EntryStatus;
using EntryType = Parley.Contracts.EntryType;

namespace Parley.Cli.Commands;

/// <summary><c>parley alerts</c>: alerts of a running system as they fire.</summary>
internal static class AlertsCommand
{
    public static Command Create()
    {
        var address = Clients.AddressOption();
        var actors = new Option<string[]>("--actor") { Description = "Only with this party, by id (TUR, GNA); may be given several times." };
        var types = new Option<string[]>("--type") { Description = "talks or ceasefire." };
        var statuses = new Option<string[]>("--status") { Description = "Only changes to this status (planned, postponed, collapsed …)." };
        var resume = new Option<string?>("--resume") { Description = "Go on behind the alert that came with this resume_token." };
        var json = new Option<bool>("--json") { Description = "A line of JSON for each alert: {\"id\",\"summary\",\"resume_token\",\"change\"}." };
        types.AcceptOnlyFromAmong([.. WireWord.All<EntryType>()]);
        statuses.AcceptOnlyFromAmong([.. WireWord.All<EntryStatus>()]);
        var command = new Command("alerts",
            """
            Shows alerts as they fire, until Ctrl-C.

            Examples:
              ./parley alerts --actor TUR --status postponed --status cancelled
              ./parley alerts --json --resume "$TOKEN" >> alerts.jsonl
            """)
        {
            address, actors, types, statuses, resume, json,
        };
        command.SetAction(async (parse, cancellation) =>
        {
            var request = new WatchAlertsRequest { Filter = new Subscription(), ResumeToken = parse.GetValue(resume) ?? "" };
            request.Filter.Actors.AddRange(parse.GetValue(actors) ?? []);
            request.Filter.Types_.AddRange((parse.GetValue(types) ?? []).Select(t => WireWord.Parse<EntryType>(t).ToProto<EntryType, Protocol.Type.V1.EntryType>()));
            request.Filter.Statuses.AddRange((parse.GetValue(statuses) ?? []).Select(s => WireWord.Parse<EntryStatus>(s).ToProto<EntryStatus, Protocol.Type.V1.EntryStatus>()));
            using var clients = Clients.Of(parse.GetValue(address));
            return await RunAsync(clients, request, parse.GetValue(json) || Console.IsOutputRedirected, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(Clients clients, WatchAlertsRequest request, bool json, CancellationToken cancellation)
    {
        try
        {
            using var call = clients.Alerting.WatchAlerts(request, cancellationToken: cancellation);
            var watching = false;
            await foreach (var response in call.ResponseStream.ReadAllAsync(cancellation))
            {
                if (!watching)
                    await Console.Error.WriteLineAsync("watching for alerts; Ctrl-C ends it");
                watching = true;
                if (response.Alert is { } alert)
                    Show(alert, response.ResumeToken, json);
            }

            return 0;
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is RpcException or OperationCanceledException)
        {
            return 0;
        }
    }

    private static void Show(Alert alert, string resumeToken, bool json)
    {
        var change = alert.Change.ToDomain();
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(new { alert.Id, alert.Summary, ResumeToken = resumeToken, Change = change }, ParleyJson.Line));
        else
            AlertView.Show(Terminal.Out, change, change.ReceivedAt is { } received ? alert.RaisedAt.ToDateTimeOffset() - received : null);
    }
}
