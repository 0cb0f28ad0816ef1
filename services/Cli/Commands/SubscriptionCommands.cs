using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Commands;

/// <summary>What <c>parley subscribe</c> does with subscriptions that there are: <c>list</c>, <c>show</c>, <c>change</c>, <c>pause</c> and so on.</summary>
internal static class SubscriptionCommands
{
    private const int PreviewPage = 1_000;
    private const int MostDays = 366;
    private const int LongestOverlap = 720;

    /// <summary>Hours of ten years: who means longer pauses it.</summary>
    private const double LongestSilence = 87_600;

    public static IEnumerable<Command> All(Option<string?> address, Option<bool> json)
    {
        yield return List(address, json);
        yield return OnOne("show", "Shows one.", address, json, (_, found, _) => Task.FromResult<Subscription?>(found));
        yield return Change(address, json);
        yield return OnOne("pause", "Raises nothing any more, until it is resumed; what happens in between is not made up for.", address, json,
            (clients, found, cancellation) => UpdateAsync(clients, new Subscription { Id = found.Id, Paused = true }, "paused", cancellation));
        yield return OnOne("resume", "Goes on with one that is paused or silenced.", address, json,
            (clients, found, cancellation) => UpdateAsync(clients, new Subscription { Id = found.Id }, "paused,silenced_until", cancellation));
        yield return Silence(address, json);
        yield return Preview(address, json);
        yield return Rotate(address);
        yield return FeedCommand.Create(address, json);
        yield return OnOne("delete", "Deletes one; streams that watch it end.", address, json, async (clients, found, cancellation) =>
        {
            await clients.Alerting.DeleteSubscriptionAsync(new DeleteSubscriptionRequest { SubscriptionId = found.Id }, cancellationToken: cancellation);
            await Console.Error.WriteLineAsync($"{found.Id} is deleted");
            return null;
        });
    }

    private static ParleyCommand List(Option<string?> address, Option<bool> json)
    {
        var owner = new Option<string?>("--owner") { Description = "Only of this owner.", HelpName = "name" };
        var labels = new Option<string[]>("--label") { Description = "Only with this label; given several times: with all of them.", HelpName = "key=value" };
        var list = new ParleyCommand("list", CommandGroup.Running, "Lists those that there are, the oldest first.")
        {
            Examples = [new("./parley subscribe list", "a table"), new("./parley subscribe list --owner desk | jq -r .id", "the ids of one owner's, for a script"), new("./parley subscribe list --label team=south", "those with a label")],
        };
        list.Add(owner);
        list.Add(labels);
        list.SetAction(async (parse, cancellation) =>
        {
            var asked = new ListSubscriptionsRequest { Owner = parse.GetValue(owner) ?? "" };
            foreach (var (key, value) in (parse.GetValue(labels) ?? []).Select(SubscriptionOptions.Label))
                asked.Labels[key] = value;
            using var clients = Clients.Of(parse.GetValue(address));
            var all = await SubscriptionLookup.ListAsync(clients.Alerting, asked, cancellation);
            if (all.Count == 0)
                await Console.Error.WriteLineAsync(asked.CalculateSize() == 0 ? "there is no subscription yet; make one: ./parley subscribe --actor Turkey" : "there is none such; all: ./parley subscribe list");
            else
                SubscriptionView.Write(all, JsonOption.ForPrograms(parse, json));
            return 0;
        });
        return list;
    }

    private static ParleyCommand Change(Option<string?> address, Option<bool> json)
    {
        var options = new SubscriptionOptions();
        var command = new ParleyCommand("change", CommandGroup.Running, "Changes what its options name, and leaves the rest as it is.")
        {
            Details =
                """
                The values of an option replace those that there were, all of them; --without takes them away. --webhook, --email and --queue together
                replace its channels; one that leads where a channel led before is that channel, and a webhook keeps its secret. --quiet and --digest
                keep the time zone, unless --time-zone gives another.
                """,
            Examples =
            [
                new("./parley subscribe change libya-desk --actor Libya --actor Egypt", "other parties"),
                new("./parley subscribe change libya-desk --quiet 22:00-06:00 --time-zone Africa/Tripoli", "nothing at night"),
                new("./parley subscribe change libya-desk --without digest --without place", "no digest any more, and alerts from all places"),
            ],
        };
        var which = Which();
        command.Add(which);
        options.AddToChange(command);
        command.SetAction(async (parse, cancellation) =>
        {
            options.CheckChange(parse);
            using var clients = Clients.Of(parse.GetValue(address));
            var (changed, mask) = options.Change(parse, await SubscriptionLookup.FindAsync(clients.Alerting, parse.GetValue(which)!, cancellation));
            var response = await clients.Alerting.UpdateSubscriptionAsync(new UpdateSubscriptionRequest { Subscription = changed, UpdateMask = mask }, cancellationToken: cancellation);
            SubscriptionView.Write([response.Subscription], JsonOption.ForPrograms(parse, json), response.Secrets);
            return 0;
        });
        return command;
    }

    private static ParleyCommand Silence(Option<string?> address, Option<bool> json)
    {
        var until = new Option<string?>("--until") { Description = "Until this time (RFC 3339 or a day).", HelpName = "time" };
        var hours = NumberOption.Create("--hours", "For so many hours.", 0.0, LongestSilence);
        var command = new ParleyCommand("silence", CommandGroup.Running, "Pushes nothing until a time; alerts are listed and streamed all the same.")
        {
            Examples = [new("./parley subscribe silence libya-desk --hours 2", "two hours' peace"), new("./parley subscribe silence libya-desk --until 2031-03-10", "until that day; resume ends it before")],
        };
        var which = Which();
        command.Add(which);
        command.Add(until);
        command.Add(hours);
        command.SetAction(async (parse, cancellation) =>
        {
            var (time, span) = (parse.GetValue(until), parse.GetValue(hours));
            if (time is null == span is null)
                throw new UsageException("Say until when: --until TIME, or --hours N.");
            var end = time is null
                ? DateTimeOffset.UtcNow.AddHours(span!.Value)
                : PublicationTime.Parse(time) ?? throw new UsageException($"--until {time} is neither RFC 3339 (2020-06-14T12:00:00Z) nor a day (2020-06-14).");
            if (end <= DateTimeOffset.UtcNow)
                throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{end:u} is over already."));
            using var clients = Clients.Of(parse.GetValue(address));
            var found = await SubscriptionLookup.FindAsync(clients.Alerting, parse.GetValue(which)!, cancellation);
            var changed = await UpdateAsync(clients, new Subscription { Id = found.Id, SilencedUntil = end.ToTimestamp() }, "silenced_until", cancellation);
            SubscriptionView.Write([changed!], JsonOption.ForPrograms(parse, json));
            return 0;
        });
        return command;
    }

    private static ParleyCommand Preview(Option<string?> address, Option<bool> json)
    {
        var filter = new FilterOptions();
        var which = IdArgument.Optional("subscription", "One that there is; without it the options say what.");
        var days = NumberOption.Create("--days", "How many days to look back.", 1, MostDays, byDefault: 7);
        var command = new ParleyCommand("preview", CommandGroup.Running, "Tells what a subscription would have raised, the newest first.")
        {
            Examples =
            [
                new("./parley subscribe preview --actor Turkey --type talks --days 30", "before it is kept"),
                new("./parley subscribe preview --topic Libya | jq -r .headline", "the headlines, for a script"),
            ],
        };
        command.Add(which);
        filter.AddTo(command);
        command.Add(days);
        command.SetAction(async (parse, cancellation) =>
        {
            if (parse.GetValue(which) is not null && filter.IsGiven(parse))
                throw new UsageException("Give a stored subscription or a filter (--actor, --type, --status …), not both.");
            using var clients = Clients.Of(parse.GetValue(address));
            var asked = parse.GetValue(which) is { } stored ? await SubscriptionLookup.FindAsync(clients.Alerting, stored, cancellation) : filter.Read(parse);
            var request = new PreviewSubscriptionRequest { Subscription = asked, Days = parse.GetValue(days), PageSize = PreviewPage };
            var count = 0;
            do
            {
                var page = await clients.Alerting.PreviewSubscriptionAsync(request, cancellationToken: cancellation);
                AlertListView.Write(page.Alerts, JsonOption.ForPrograms(parse, json));
                count += page.Alerts.Count;
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            await Console.Error.WriteLineAsync($"{count} {(count == 1 ? "alert" : "alerts")} in {request.Days} days");
            return 0;
        });
        return command;
    }

    private static ParleyCommand Rotate(Option<string?> address)
    {
        var which = Which();
        var channel = new Argument<string>("channel") { Description = "The webhook, by its number as show gives it." };
        var overlap = NumberOption.Create("--overlap", "For how many hours the old secret signs too.", 0, LongestOverlap, byDefault: 24, "hours");
        var command = new ParleyCommand("rotate", CommandGroup.Running, "Gives a webhook a new secret, and prints it.")
        {
            Examples = [new("./parley subscribe rotate libya-desk 1", "the old one is good for another day"), new("./parley subscribe rotate libya-desk 1 --overlap 0", "the old one ends now")],
        };
        command.Add(which);
        command.Add(channel);
        command.Add(overlap);
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            var found = await SubscriptionLookup.FindAsync(clients.Alerting, parse.GetValue(which)!, cancellation);
            var rotated = await clients.Alerting.RotateWebhookSecretAsync(
                new RotateWebhookSecretRequest { SubscriptionId = found.Id, ChannelId = parse.GetValue(channel), OverlapHours = parse.GetValue(overlap) }, cancellationToken: cancellation);
            await Console.Out.WriteLineAsync(rotated.Secret.Secret);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"the old secret ends at {rotated.OldEndsAt.ToDateTimeOffset():u}; the new one is told here and never again"));
            return 0;
        });
        return command;
    }

    private static ParleyCommand OnOne(
        string name, string summary, Option<string?> address, Option<bool> json, Func<Clients, Subscription, CancellationToken, Task<Subscription?>> action)
    {
        var subscription = Which();
        var command = new ParleyCommand(name, CommandGroup.Running, summary)
        {
            Examples =
            [
                new($"./parley subscribe {name} libya-desk", "the one of this name"),
                new($"./parley subscribe {name} sub-0198", "the one whose id begins so"),
            ],
        };
        command.Add(subscription);
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            var found = await SubscriptionLookup.FindAsync(clients.Alerting, parse.GetValue(subscription)!, cancellation);
            if (await action(clients, found, cancellation) is { } result)
                SubscriptionView.Write([result], JsonOption.ForPrograms(parse, json));
            return 0;
        });
        return command;
    }

    private static async Task<Subscription?> UpdateAsync(Clients clients, Subscription changed, string fields, CancellationToken cancellation)
    {
        var mask = new FieldMask();
        mask.Paths.AddRange(fields.Split(','));
        return (await clients.Alerting.UpdateSubscriptionAsync(new UpdateSubscriptionRequest { Subscription = changed, UpdateMask = mask }, cancellationToken: cancellation)).Subscription;
    }

    /// <summary>Which subscription.</summary>
    internal static Argument<string> Which() => new("subscription") { Description = "Its id, its name, or the beginning or the end of its id." };
}
