using System.CommandLine;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Commands;

/// <summary><c>parley subscribe</c>: stored subscriptions; makes one, and <c>list</c>, <c>show</c> and <c>delete</c>.</summary>
internal static class SubscribeCommand
{
    private const string Line = "{\"id\",\"name\",\"actors\",\"types\",\"statuses\",\"created_at\"}";

    private static readonly Example[] Examples =
    [
        new("./parley subscribe --name libya-desk --actor Libya --actor GNA --actor LNA", "talks and ceasefires of any of the three"),
        new("./parley subscribe --type ceasefire --status violated --status collapsed", "every ceasefire that breaks"),
        new("./parley subscribe list", "those that there are"),
        new("./parley watch libya-desk", "its alerts, as they fire"),
    ];

    public static Command Create()
    {
        var filter = new FilterOptions();
        var name = new Option<string?>("--name") { Description = "What to call it; watch, show and delete find it by its name.", HelpName = "name" };
        var everything = new Option<bool>("--everything") { Description = "Leave nothing out." };
        var address = Clients.AddressOption();
        var json = JsonOption.Create(Line);
        json.Recursive = true;
        var command = new ParleyCommand("subscribe", CommandGroup.Running, "Keeps what you want to be alerted to, under a name; lists, shows, deletes it.")
        {
            Examples = Examples,
        };
        command.Add(name);
        filter.AddTo(command);
        command.Add(everything);
        command.Add(address);
        command.Add(json);
        command.Add(List(address, json));
        command.Add(OnOne("show", "Shows one.", address, json, ShowAsync));
        command.Add(OnOne("delete", "Deletes one; streams that watch it end.", address, json, DeleteAsync));
        command.SetAction(async (parse, cancellation) =>
        {
            var subscription = filter.Read(parse);
            if (FilterOptions.IsEverything(subscription) && !parse.GetValue(everything))
                throw new UsageException("Say what to be alerted to: --actor, --type, --status, or --everything. For example: ./parley subscribe --actor Turkey");
            if (parse.GetValue(everything) && !FilterOptions.IsEverything(subscription))
                throw new UsageException("--everything leaves nothing out; give it without --actor, --type and --status.");
            subscription.Name = parse.GetValue(name) ?? "";
            using var clients = Clients.Of(parse.GetValue(address));
            var created = await clients.Alerting.CreateSubscriptionAsync(new CreateSubscriptionRequest { Subscription = subscription }, cancellationToken: cancellation);
            Write([created.Subscription], JsonOption.ForPrograms(parse, json));
            await Console.Error.WriteLineAsync($"its alerts: ./parley watch {(subscription.Name.Length > 0 ? Shell.Word(subscription.Name) : created.Subscription.Id)}");
            return 0;
        });
        return command;
    }

    private static ParleyCommand List(Option<string?> address, Option<bool> json)
    {
        var list = new ParleyCommand("list", CommandGroup.Running, "Lists those that there are, the oldest first.")
        {
            Examples = [new("./parley subscribe list", "a table"), new("./parley subscribe list | jq -r .id", "their ids, for a script")],
        };
        list.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            var all = await SubscriptionLookup.ListAsync(clients.Alerting, cancellation);
            if (all.Count == 0)
                await Console.Error.WriteLineAsync("there is no subscription yet; make one: ./parley subscribe --actor Turkey");
            else
                Write(all, JsonOption.ForPrograms(parse, json));
            return 0;
        });
        return list;
    }

    private static ParleyCommand OnOne(
        string name, string summary, Option<string?> address, Option<bool> json, Func<Clients, Subscription, bool, CancellationToken, Task> action)
    {
        var subscription = new Argument<string>("subscription") { Description = "Its id, its name, or the beginning or the end of its id." };
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
            await action(clients, found, JsonOption.ForPrograms(parse, json), cancellation);
            return 0;
        });
        return command;
    }

    private static Task ShowAsync(Clients clients, Subscription subscription, bool json, CancellationToken cancellation)
    {
        Write([subscription], json);
        return Task.CompletedTask;
    }

    private static async Task DeleteAsync(Clients clients, Subscription subscription, bool json, CancellationToken cancellation)
    {
        await clients.Alerting.DeleteSubscriptionAsync(new DeleteSubscriptionRequest { SubscriptionId = subscription.Id }, cancellationToken: cancellation);
        await Console.Error.WriteLineAsync($"{subscription.Id} is deleted");
    }

    private static void Write(IReadOnlyList<Subscription> subscriptions, bool json)
    {
        if (json)
        {
            foreach (var subscription in subscriptions)
                Console.Out.WriteLine(SubscriptionView.Line(subscription));
        }
        else
        {
            Terminal.Out.Write(SubscriptionView.Table(subscriptions));
        }
    }
}
