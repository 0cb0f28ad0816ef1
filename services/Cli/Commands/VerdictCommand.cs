using System.CommandLine;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;

namespace Parley.Cli.Commands;

/// <summary><c>parley verdict</c>: what an analyst says of the ledger.</summary>
internal static class VerdictCommand
{
    public static Command Create()
    {
        var asked = new Asked(
            new Option<string>("--by")
            {
                Description = "Who says so; whoever is logged in, unless given.",
                HelpName = "name",
                DefaultValueFactory = _ => Environment.UserName,
                Recursive = true,
            },
            new Option<string>("--reason") { Description = "Why, for those who look it up later.", HelpName = "text", DefaultValueFactory = _ => "" },
            Clients.AddressOption(),
            JsonOption.Create("{\"verdict\",\"changes\"}; a verdict a line for list"));
        asked.Json.Recursive = true;
        var command = new ParleyCommand("verdict", CommandGroup.Running, "Puts the ledger right: what is false, the same, not the same, or has another value.")
        {
            Details =
                """
                A verdict stands beside what the articles say and holds until it is withdrawn, whatever is told, corrected or read again later. Those who
                were alerted of what it takes back are alerted of that. Ids and numbers of steps are as ./parley ledger shows them.
                """,
            Examples =
            [
                new("./parley verdict false talks-5d8b1c --reason 'a rumour'", "these talks are none"),
                new("./parley verdict false talks-5d8b1c --step 2 --reason 'the wrong minister'", "its second step is not so"),
                new("./parley verdict pin talks-5d8b1c status=held start=2020-06-16 place='Ankara, TUR'", "values, whatever the articles say"),
                new("./parley verdict list talks-5d8b1c", "what was said of it; ./parley verdict withdraw takes it back"),
            ],
        };
        command.Add(asked.By);
        command.Add(asked.Address);
        command.Add(asked.Json);
        foreach (var one in new[] { False(asked), Same(asked), Apart(asked), Pin(asked), Withdraw(asked), List(asked) })
            command.Add(one);
        return command;
    }

    private static ParleyCommand False(Asked asked)
    {
        var (entry, step) = (Entry("The entry."), StepOption("Only this step of its history, from 1."));
        var command = new ParleyCommand("false", CommandGroup.Running, "It is no talks and no ceasefire, or the text of a step does not say so.")
        {
            Examples = [new("./parley verdict false talks-5d8b1c --reason 'a rumour'", "all of it"), new("./parley verdict false talks-5d8b1c --step 2", "one step")],
        };
        command.Add(entry);
        command.Add(step);
        return Giving(command, asked, parse =>
        [
            new() { EntryId = parse.GetValue(entry)!, FalseStatement = new() { Step = Step(parse.GetValue(step)) } },
        ]);
    }

    private static ParleyCommand Same(Asked asked)
    {
        var (entry, other) = (Entry("One entry."), new Argument<string>("other") { Description = "The other, of the same type." });
        var command = new ParleyCommand("same", CommandGroup.Running, "Two entries are one.")
        {
            Examples = [new("./parley verdict same talks-5d8b1c talks-91f0aa", "one entry of the two; either id leads to it"), new("./parley verdict same talks-5d8b1c talks-91f0aa --by 'Ada, desk'", "in somebody's name")],
        };
        command.Add(entry);
        command.Add(other);
        return Giving(command, asked, parse => [new() { EntryId = parse.GetValue(entry)!, SameStatement = new() { EntryId = parse.GetValue(other)! } }]);
    }

    private static ParleyCommand Apart(Asked asked)
    {
        var (entry, step) = (Entry("The entry."), StepOption("This step of its history, from 1, is not of it."));
        var other = IdArgument.Optional("other", "Another entry that it must not be taken for.");
        var command = new ParleyCommand("apart", CommandGroup.Running, "Two entries, or an entry and a step of it, are two.")
        {
            Examples = [new("./parley verdict apart talks-5d8b1c --step 3", "the third step belongs elsewhere"), new("./parley verdict apart talks-5d8b1c talks-91f0aa", "these two are never one")],
        };
        command.Add(entry);
        command.Add(other);
        command.Add(step);
        return Giving(command, asked, parse =>
        {
            var (from, number) = (parse.GetValue(other), parse.GetValue(step));
            if (from is null == number is null)
                throw new UsageException("Say from what it is apart: another entry, or --step N.");
            return [new() { EntryId = parse.GetValue(entry)!, ApartStatement = from is null ? new() { Step = Step(number) } : new() { EntryId = from } }];
        });
    }

    private static ParleyCommand Pin(Asked asked)
    {
        var entry = Entry("The entry.");
        var values = new Argument<string[]>("value")
        {
            Description = "status=, kind=, start=, end= (days), place='Name, CODE' or participants=ID,role:ID; nothing behind = where there is none. Each is a verdict.",
            Arity = ArgumentArity.OneOrMore,
            HelpName = "field=value",
        };
        values.CompletionSources.Add(_ => PinValues.Completions());
        var command = new ParleyCommand("pin", CommandGroup.Running, "Values of an entry are these, whatever the articles say.")
        {
            Examples =
            [
                new("./parley verdict pin talks-5d8b1c status=held start=2020-06-16 place='Ankara, TUR'", "three values"),
                new("./parley verdict pin talks-5d8b1c end= participants=TUR,RUS,mediator:UN", "no last day, and who took part"),
            ],
        };
        command.Add(entry);
        command.Add(values);
        return Giving(command, asked, parse =>
            [.. parse.GetValue(values)!.Select(PinValues.Read).Select(pin => new Verdict { EntryId = parse.GetValue(entry)!, PinStatement = pin })]);
    }

    private static ParleyCommand Withdraw(Asked asked)
    {
        var id = new Argument<string>("verdict") { Description = "The verdict's id, as ./parley verdict list shows it." };
        var command = new ParleyCommand("withdraw", CommandGroup.Running, "Takes a verdict back: the ledger is what it is without.")
        {
            Examples = [new("./parley verdict withdraw verdict-019aab", "as if it had not been given"), new("./parley verdict list | jq -r 'select(.by == \"ada\") | .id' | xargs -I{} ./parley verdict withdraw {}", "all of one analyst")],
        };
        command.Add(id);
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(asked.Address));
            var request = new WithdrawVerdictRequest { VerdictId = parse.GetValue(id), By = parse.GetValue(asked.By) };
            var withdrawn = await clients.Verdicts.WithdrawVerdictAsync(request, cancellationToken: cancellation);
            Write(withdrawn.Verdict, withdrawn.Changes, JsonOption.ForPrograms(parse, asked.Json));
            return 0;
        });
        return command;
    }

    private static ParleyCommand List(Asked asked)
    {
        var entry = IdArgument.Optional("entry", "Only what was said of this entry, by its id.");
        var command = new ParleyCommand("list", CommandGroup.Running, "Lists verdicts in the order in which they were given, withdrawn ones too.")
        {
            Examples = [new("./parley verdict list", "all"), new("./parley verdict list talks-5d8b1c | jq -r 'select(.withdrawn_at == null) | .id'", "those on one entry that hold")],
        };
        command.Add(entry);
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(asked.Address));
            var all = await ListAsync(clients.Verdicts, parse.GetValue(entry) ?? "", cancellation);
            if (all.Count == 0)
                await Console.Error.WriteLineAsync("there is no verdict yet");
            else if (!JsonOption.ForPrograms(parse, asked.Json))
                Terminal.Out.Write(VerdictView.Table(all));
            else
                all.ForEach(v => Console.Out.WriteLine(VerdictView.Line(v)));
            return 0;
        });
        return command;
    }

    private static async Task<List<Verdict>> ListAsync(VerdictService.VerdictServiceClient verdicts, string entry, CancellationToken cancellation)
    {
        var (all, request) = (new List<Verdict>(), new ListVerdictsRequest { EntryId = entry, PageSize = 1_000 });
        do
        {
            var page = await verdicts.ListVerdictsAsync(request, cancellationToken: cancellation);
            all.AddRange(page.Verdicts);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static ParleyCommand Giving(ParleyCommand command, Asked asked, Func<ParseResult, IReadOnlyList<Verdict>> read)
    {
        command.Add(asked.Reason);
        command.SetAction(async (parse, cancellation) =>
        {
            var verdicts = read(parse);
            using var clients = Clients.Of(parse.GetValue(asked.Address));
            foreach (var verdict in verdicts)
            {
                (verdict.By, verdict.Reason) = (parse.GetValue(asked.By), parse.GetValue(asked.Reason));
                // With an id of its own the call may be sent again where an answer got lost.
                var request = new GiveVerdictRequest { Verdict = verdict, RequestId = Guid.NewGuid().ToString() };
                var given = await clients.Verdicts.GiveVerdictAsync(request, cancellationToken: cancellation);
                Write(given.Verdict, given.Changes, JsonOption.ForPrograms(parse, asked.Json));
            }

            return 0;
        });
        return command;
    }

    private static void Write(Verdict verdict, IEnumerable<Protocol.Type.V1.Change> changes, bool json)
    {
        var told = changes.Select(c => c.ToDomain()).ToList();
        if (json)
            Console.Out.WriteLine(VerdictView.Line(verdict, told));
        else
            VerdictView.Show(Terminal.Out, verdict, told);
    }

    private static Argument<string> Entry(string description) => new("entry") { Description = $"{description} By its id, as ./parley ledger shows it, or one that it had before." };

    private static Option<int?> StepOption(string description) => NumberOption.Create("--step", description, 1, int.MaxValue);

    private static StepReference? Step(int? number) => number is { } n ? new StepReference { Number = n } : null;

    /// <summary>The options that all of them have.</summary>
    private sealed record Asked(Option<string> By, Option<string> Reason, Option<string?> Address, Option<bool> Json);
}
