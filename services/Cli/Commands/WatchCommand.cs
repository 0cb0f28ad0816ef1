using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Grpc.Core;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Type.V1;
using EntryType = Parley.Protocol.Type.V1.EntryType;

namespace Parley.Cli.Commands;

/// <summary><c>parley watch</c>, or <c>parley alerts</c>: alerts of a running system as they fire.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var address = Clients.AddressOption();
        var subscription = new Argument<string?>("subscription")
        {
            Description =
                "A stored subscription, by id or name; without it the options say what to watch, and without those it is everything. With --changes: an entry, by id.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var filter = new FilterOptions();
        var from = new Option<string?>("--from", "--resume") { Description = "Go on behind the alert that came with this resume_token.", HelpName = "token" };
        var changes = new Option<bool>("--changes") { Description = "Every change of the ledger, whether it is news or not; --actor then asks for all that are given." };
        var json = JsonOption.Create("{\"id\",\"summary\",\"resume_token\",\"change\"} for each alert, {\"resume_token\",\"change\"} for each change");
        var command = new ParleyCommand("watch", CommandGroup.Running, "Shows alerts as they fire, until Ctrl-C; lists those that were. Also: parley alerts.")
        {
            Details =
                """
                When the stream is cut, because a service or the network went away, it goes on from its last token by itself: no alert is missed
                and none comes twice. At its end it says the token to go on from.
                """,
            Examples =
            [
                new("./parley watch --actor Turkey --status postponed --status cancelled", "what Turkey is a party to and that will not be"),
                new("./parley watch --changes --type ceasefire", "every change of a ceasefire, details and verdicts too"),
                new("./parley alerts list libya-desk", "those of a subscription that were raised; show, ack, replay and redeliver take one up"),
                new("./parley watch --from \"$TOKEN\" >> alerts.jsonl", "a log of alerts for a program, from where it ended"),
            ],
        };
        command.Aliases.Add("alerts");
        command.Add(subscription);
        filter.AddTo(command);
        command.Add(changes);
        command.Add(from);
        command.Add(address);
        command.Add(json);
        json.Recursive = true;
        foreach (var one in AlertCommands.All(address, json))
            command.Add(one);
        command.SetAction(async (parse, cancellation) =>
        {
            var forPrograms = JsonOption.ForPrograms(parse, json);
            Clients Connect() => Clients.Of(parse.GetValue(address));
            if (parse.GetValue(changes))
                return await WatchChangesAsync(ChangesRequest(filter.Read(parse), parse.GetValue(subscription)), Connect, parse.GetValue(from) ?? "", forPrograms, cancellation);
            var request = new WatchAlertsRequest { Filter = filter.Read(parse) };
            if (parse.GetValue(subscription) is { } stored)
            {
                if (!FilterOptions.IsEverything(request.Filter))
                    throw new UsageException("Give a stored subscription or a filter (--actor, --type, --status …), not both.");
                using var clients = Clients.Of(parse.GetValue(address));
                request = new WatchAlertsRequest { SubscriptionId = (await SubscriptionLookup.FindAsync(clients.Alerting, stored, cancellation)).Id };
            }

            var alerts = new LiveStream<WatchAlertsResponse>(
                "alerts", (token, ending) => OpenAsync(Connect, request, token, ending), r => r.ResumeToken, Say, TimeProvider.System);
            return await RunAsync("alerts", "", alerts, parse.GetValue(from) ?? "", response => Show(response, forPrograms), cancellation);
        });
        return command;
    }

    private static Task<int> WatchChangesAsync(WatchChangesRequest request, Func<Clients> connect, string from, bool json, CancellationToken cancellation)
    {
        var changes = new LiveStream<WatchChangesResponse>(
            "changes", (token, ending) => OpenChangesAsync(connect, request, token, ending), r => r.ResumeToken, Say, TimeProvider.System);
        return RunAsync("changes", "--changes ", changes, from, response => Show(response, json), cancellation);
    }

    private static WatchChangesRequest ChangesRequest(Subscription filter, string? entry)
    {
        if (!FilterOptions.IsOfPartiesAndTypes(filter))
            throw new UsageException("--changes takes --actor and --type, and nothing else: it tells of every step.");
        var request = new WatchChangesRequest { EntryId = entry ?? "", Type = filter.Types_.Count == 1 ? filter.Types_[0] : EntryType.Unspecified };
        request.Actors.AddRange(filter.Actors);
        return request;
    }

    private static async Task<int> RunAsync<T>(
        string what, string option, LiveStream<T> stream, string from, Action<T> show, CancellationToken cancellation)
        where T : class
    {
        var watching = false;
        try
        {
            await foreach (var response in stream.ReadAsync(from, cancellation))
            {
                if (!watching)
                    Say($"watching for {what}; Ctrl-C ends it");
                watching = true;
                show(response);
            }
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is RpcException or OperationCanceledException)
        {
            // Ctrl-C is how it is meant to end.
        }

        if (watching)
            Say($"go on from here with: ./parley watch {option}--from {stream.Token}");
        return 0;
    }

    /// <summary>Looks anew where the service is: the system may have been put down and up again, at another address.</summary>
    private static async IAsyncEnumerable<WatchAlertsResponse> OpenAsync(
        Func<Clients> connect, WatchAlertsRequest request, string token, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var clients = connect();
        await foreach (var response in AlertWatch.OpenAsync(clients.Alerting, new WatchAlertsRequest(request) { ResumeToken = token }, cancellation))
            yield return response;
    }

    private static async IAsyncEnumerable<WatchChangesResponse> OpenChangesAsync(
        Func<Clients> connect, WatchChangesRequest request, string token, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var clients = connect();
        using var call = clients.Ledger.WatchChanges(new WatchChangesRequest(request) { ResumeToken = token }, cancellationToken: cancellation);
        await foreach (var response in call.ResponseStream.ReadAllAsync(cancellation))
            yield return response;
    }

    private static void Show(WatchChangesResponse response, bool json)
    {
        if (response.Change is not { } proto)
            return;
        var change = proto.ToDomain();
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(new { response.ResumeToken, Change = change }, ParleyJson.Line));
        else
            ChangeView.Show(Terminal.Out, change);
    }

    private static void Show(WatchAlertsResponse response, bool json)
    {
        if (response.Alert is not { } alert)
            return;
        var change = alert.Change.ToDomain();
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(new { alert.Id, alert.Summary, response.ResumeToken, Change = change }, ParleyJson.Line));
        else
            AlertView.Show(Terminal.Out, change, change.ReceivedAt is { } received ? alert.RaisedAt.ToDateTimeOffset() - received : null);
    }

    private static void Say(string remark) => Console.Error.WriteLine(remark);
}
