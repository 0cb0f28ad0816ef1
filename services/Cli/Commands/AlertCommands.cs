using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Protocol.Alerting.V1;

namespace Parley.Cli.Commands;

/// <summary>What <c>parley alerts</c> does with alerts that were raised: <c>list</c>, <c>show</c>, <c>ack</c>, <c>replay</c>, <c>redeliver</c>.</summary>
internal static class AlertCommands
{
    private const int PageSize = 1_000;

    public static IEnumerable<Command> All(Option<string?> address, Option<bool> json)
    {
        yield return List(address, json);
        yield return Show(address, json);
        yield return Acknowledge(address, json);
        yield return Replay(address);
        yield return Redeliver(address);
    }

    private static ParleyCommand List(Option<string?> address, Option<bool> json)
    {
        var (which, from, to) = (Which(), FromOption(), ToOption());
        var most = NumberOption.Create("--limit", "At most this many.", 1, int.MaxValue, byDefault: 100);
        var command = new ParleyCommand("list", CommandGroup.Running, "Lists the alerts of a subscription, the newest first.")
        {
            Examples =
            [
                new("./parley alerts list libya-desk", "the newest hundred"),
                new("./parley alerts list libya-desk --from 2031-03-01 | jq -r '[.raised_at, .headline] | @tsv'", "since a day, for a script"),
            ],
        };
        command.Add(which);
        command.Add(from);
        command.Add(to);
        command.Add(most);
        command.SetAction(async (parse, cancellation) =>
        {
            var left = parse.GetValue(most);
            var request = new ListAlertsRequest { From = Time(parse.GetValue(from), from.Name), To = Time(parse.GetValue(to), to.Name) };
            using var clients = Clients.Of(parse.GetValue(address));
            request.SubscriptionId = (await SubscriptionLookup.FindAsync(clients.Alerting, parse.GetValue(which)!, cancellation)).Id;
            do
            {
                request.PageSize = Math.Clamp(left, 1, PageSize);
                var page = await clients.Alerting.ListAlertsAsync(request, cancellationToken: cancellation);
                AlertListView.Write(page.Alerts, JsonOption.ForPrograms(parse, json));
                left -= page.Alerts.Count;
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0 && left > 0);
            return 0;
        });
        return command;
    }

    private static ParleyCommand Show(Option<string?> address, Option<bool> json)
    {
        var id = Id();
        var command = new ParleyCommand("show", CommandGroup.Running, "Shows an alert, and each attempt to deliver it.")
        {
            Examples = [new("./parley alerts show talks-5d8b1c/2/sub-0198", "by its id, as list and the alert itself give it"), new("./parley alerts show ID | jq '.deliveries[].attempts'", "the attempts")],
        };
        command.Add(id);
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            var alert = (await clients.Alerting.GetAlertAsync(new GetAlertRequest { AlertId = parse.GetValue(id) }, cancellationToken: cancellation)).Alert;
            AlertListView.Show(alert, JsonOption.ForPrograms(parse, json));
            return 0;
        });
        return command;
    }

    private static ParleyCommand Acknowledge(Option<string?> address, Option<bool> json)
    {
        var id = Id();
        var by = new Option<string>("--by") { Description = "Who has; whoever is logged in, unless given.", HelpName = "name", DefaultValueFactory = _ => Environment.UserName };
        var command = new ParleyCommand("ack", CommandGroup.Running, "Notes that somebody has seen to an alert: what waits to be sent of it is not sent.")
        {
            Examples = [new("./parley alerts ack talks-5d8b1c/2/sub-0198", "in your name"), new("./parley alerts ack talks-5d8b1c/2/sub-0198 --by 'Ada, desk'", "in somebody's")],
        };
        command.Add(id);
        command.Add(by);
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            var response = await clients.Alerting.AcknowledgeAlertAsync(
                new AcknowledgeAlertRequest { AlertId = parse.GetValue(id), By = parse.GetValue(by) }, cancellationToken: cancellation);
            AlertListView.Show(response.Alert, JsonOption.ForPrograms(parse, json));
            return 0;
        });
        return command;
    }

    private static ParleyCommand Replay(Option<string?> address)
    {
        var (which, from, to) = (Which(), FromOption(), ToOption());
        from.Required = true;
        var command = new ParleyCommand("replay", CommandGroup.Running, "Pushes the alerts of a period once more, under the ids that they had.")
        {
            Examples =
            [
                new("./parley alerts replay libya-desk --from 2031-03-01", "all since that day"),
                new("./parley alerts replay libya-desk --from 2031-03-01T06:00:00Z --to 2031-03-01T07:00:00Z", "an hour that a receiver has lost"),
            ],
        };
        command.Add(which);
        command.Add(from);
        command.Add(to);
        command.SetAction(async (parse, cancellation) =>
        {
            var request = new ReplayAlertsRequest { From = Time(parse.GetValue(from), from.Name), To = Time(parse.GetValue(to), to.Name) };
            using var clients = Clients.Of(parse.GetValue(address));
            request.SubscriptionId = (await SubscriptionLookup.FindAsync(clients.Alerting, parse.GetValue(which)!, cancellation)).Id;
            var replayed = await clients.Alerting.ReplayAlertsAsync(request, cancellationToken: cancellation);
            await Console.Error.WriteLineAsync($"{replayed.Alerts} {(replayed.Alerts == 1 ? "alert goes" : "alerts go")} out once more");
            return 0;
        });
        return command;
    }

    private static ParleyCommand Redeliver(Option<string?> address)
    {
        var id = new Argument<string>("delivery") { Description = "The delivery's id, as ./parley alerts show gives it." };
        var command = new ParleyCommand("redeliver", CommandGroup.Running, "Tries a delivery again, now, whatever has become of it.")
        {
            Examples = [new("./parley alerts redeliver 0198f3c1a2", "one"), new("./parley alerts show ID | jq -r '.deliveries[].id' | xargs -I{} ./parley alerts redeliver {}", "all of an alert")],
        };
        command.Add(id);
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            await clients.Alerting.RedeliverAsync(new RedeliverRequest { DeliveryId = parse.GetValue(id) }, cancellationToken: cancellation);
            await Console.Error.WriteLineAsync("it is tried again");
            return 0;
        });
        return command;
    }

    private static Argument<string> Which() => new("subscription") { Description = "Its id, its name, or the beginning or the end of its id." };

    private static Argument<string> Id() => new("alert") { Description = "Its id: entry, version and subscription." };

    private static Option<string?> FromOption() => new("--from") { Description = "Only those raised then or later (RFC 3339 or a day).", HelpName = "time" };

    private static Option<string?> ToOption() => new("--to") { Description = "Only those raised before then.", HelpName = "time" };

    private static Timestamp? Time(string? text, string option) => text is null
        ? null
        : (PublicationTime.Parse(text) ?? throw new UsageException($"{option} {text} is neither RFC 3339 (2020-06-14T12:00:00Z) nor a day (2020-06-14).")).ToTimestamp();
}
