using System.CommandLine;
using System.Text.Json;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Protocol.Alerting.V1;

namespace Parley.Cli.Commands;

/// <summary><c>parley subscribe feed</c>: the address of a subscription's Atom feed.</summary>
internal static class FeedCommand
{
    public static Command Create(Option<string?> address, Option<bool> json)
    {
        var which = SubscriptionCommands.Which();
        var off = new Option<bool>("--off") { Description = "Ends the feed." };
        var command = new ParleyCommand("feed", CommandGroup.Running, "Gives one an Atom feed for a feed reader, and prints its address.")
        {
            Details =
                """
                Each call makes a new address, and the one before ends at once. Whoever knows the address can read the feed, and needs no key;
                it is told here and never again.
                """,
            Examples =
            [
                new("./parley subscribe feed libya-desk", "its address, to put into a feed reader"),
                new("curl -s $(./parley subscribe feed libya-desk) | head -c 300", "what a reader gets"),
                new("./parley subscribe feed libya-desk --off", "nobody can read it any more"),
            ],
        };
        command.Add(which);
        command.Add(off);
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            var found = await SubscriptionLookup.FindAsync(clients.Alerting, parse.GetValue(which)!, cancellation);
            string? issued = null;
            if (parse.GetValue(off))
                await clients.Alerting.WithdrawFeedAddressAsync(new WithdrawFeedAddressRequest { SubscriptionId = found.Id }, cancellationToken: cancellation);
            else
                issued = (await clients.Alerting.IssueFeedAddressAsync(new IssueFeedAddressRequest { SubscriptionId = found.Id }, cancellationToken: cancellation)).Address;
            // A pipe gets the address as it is: what reads it there is a reader of feeds.
            if (parse.GetValue(json))
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { found.Id, Address = issued }, ParleyJson.Line));
            else if (issued is not null)
                await Console.Out.WriteLineAsync(issued);
            await Console.Error.WriteLineAsync(issued is null ? $"{found.Id} has no feed any more" : "whoever has this address can read the feed; it is told here and never again");
            return 0;
        });
        return command;
    }
}
