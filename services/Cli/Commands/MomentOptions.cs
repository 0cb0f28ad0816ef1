using System.CommandLine;
using Parley.Contracts;

namespace Parley.Cli.Commands;

/// <summary>The options that ask for the ledger of another moment.</summary>
internal sealed class MomentOptions
{
    public Option<string?> AsOf { get; } = new("--as-of") { Description = "As it was, going by what had been published by then (RFC 3339 or a day).", HelpName = "time" };

    public Option<string?> KnownAt { get; } = new("--known-at") { Description = "As it was, going by what had reached Parley by then (RFC 3339 or a day).", HelpName = "time" };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(AsOf);
        command.Add(KnownAt);
    }

    /// <summary>What was asked for; null where an option was not given.</summary>
    /// <exception cref="UsageException">One is no time.</exception>
    public (DateTimeOffset? AsOf, DateTimeOffset? KnownAt) Read(ParseResult parse) => (Time(parse.GetValue(AsOf), AsOf.Name), Time(parse.GetValue(KnownAt), KnownAt.Name));

    private static DateTimeOffset? Time(string? text, string option) => text is null
        ? null
        : PublicationTime.Parse(text) ?? throw new UsageException($"{option} {text} is neither RFC 3339 (2020-06-14T12:00:00Z) nor a day (2020-06-14).");
}
