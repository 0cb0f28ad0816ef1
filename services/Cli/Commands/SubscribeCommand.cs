using System.CommandLine;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Commands;

/// <summary><c>parley subscribe</c>: stored subscriptions; makes one, and has commands for those that there are.</summary>
internal static class SubscribeCommand
{
    private static readonly Example[] Examples =
    [
        new("./parley subscribe --name libya-desk --actor Libya --actor GNA --actor LNA", "talks and ceasefires of any of the three; ./parley watch libya-desk shows them"),
        new("./parley subscribe --pair Turkey+Russia --outlets 2 --webhook https://desk.example/alerts", "signed requests, at the second source"),
        new("./parley subscribe --topic Libya --email me@desk.example --digest daily@07:30 --time-zone Europe/Oslo --urgent critical", "a digest, and what is urgent at once"),
        new("./parley subscribe preview --actor Turkey --days 30", "what it would have raised, before it is kept"),
    ];

    public static Command Create()
    {
        var options = new SubscriptionOptions();
        var everything = new Option<bool>("--everything") { Description = "Leave nothing out." };
        var address = Clients.AddressOption();
        var json = JsonOption.Create(SubscriptionView.Members);
        json.Recursive = true;
        var command = new ParleyCommand("subscribe", CommandGroup.Running, "Keeps what you want to be alerted to, under a name; lists, changes, pauses, deletes it.")
        {
            Details =
                """
                Without a channel (--webhook, --email, --queue) nothing is pushed: ./parley watch shows the alerts of a subscription as they fire, and
                ./parley alerts list those that were. Values of one option widen it, options narrow one another.
                """,
            Examples = Examples,
        };
        options.AddTo(command);
        command.Add(everything);
        command.Add(address);
        command.Add(json);
        foreach (var one in SubscriptionCommands.All(address, json))
            command.Add(one);
        command.SetAction(async (parse, cancellation) =>
        {
            var subscription = options.Read(parse);
            var isEverything = SubscriptionOptions.IsEverything(subscription);
            if (isEverything && !parse.GetValue(everything))
                throw new UsageException("Say what to be alerted to: --actor, --type, --status …, or --everything. For example: ./parley subscribe --actor Turkey");
            if (parse.GetValue(everything) && !isEverything)
                throw new UsageException("--everything leaves nothing out; give it without --actor, --type, --status and the like.");
            using var clients = Clients.Of(parse.GetValue(address));
            var created = await clients.Alerting.CreateSubscriptionAsync(new CreateSubscriptionRequest { Subscription = subscription }, cancellationToken: cancellation);
            SubscriptionView.Write([created.Subscription], JsonOption.ForPrograms(parse, json), created.Secrets);
            await Console.Error.WriteLineAsync($"its alerts: ./parley watch {Called(created.Subscription)}");
            return 0;
        });
        return command;
    }

    /// <summary>As it is typed: its name, else its id.</summary>
    internal static string Called(Subscription subscription) => subscription.Name.Length > 0 ? Shell.Word(subscription.Name) : subscription.Id;
}
