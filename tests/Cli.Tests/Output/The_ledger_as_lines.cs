using System.Text.Json;
using Parley.Cli.Output;
using Parley.Contracts;

namespace Parley.Cli.Tests.Output;

public sealed class The_ledger_as_lines
{
    [Fact]
    public void A_line_has_the_members_that_scripts_rely_on()
    {
        var entry = new Entry { Id = "e-1", Type = EntryType.Talks, Kind = EntryKind.Call, Status = EntryStatus.Held, History = [] };

        var line = LedgerLines.Of(entry);

        line.ShouldNotContain("\n");
        var names = JsonSerializer.Deserialize<JsonElement>(line).EnumerateObject().Select(p => p.Name).ToList();
        foreach (var name in new[] { "id", "type", "kind", "status", "disputed", "participants", "place", "start", "start_precision", "end", "topics", "history" })
            names.ShouldContain(name);
    }
}
