using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Parley.Contracts;
using Parley.Extraction.Analysis;
using Parley.Extraction.Storage;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;
using ProtoStatus = Parley.Protocol.Type.V1.EntryStatus;

namespace Parley.Integration.Tests.Extraction;

public sealed class Verdicts_outlive(VerdictSite site) : IClassFixture<VerdictSite>
{
    [Fact]
    public async Task Articles_that_are_read_again()
    {
        Article[] articles = [Reports.Planned("Peru", "Ecuador", 8), Reports.Planned("Peru", "Ecuador", 20, "2024-03-05T09:00:00Z"), Reports.Planned("Chile", "Bolivia", 8), Reports.PutOff("Chile", "Bolivia", 8)];
        await site.TellAsync(articles);
        var (peru, chile) = (await site.EntriesAsync("PER"), (await site.EntriesAsync("CHL")).Single());
        await site.GiveAsync(new() { EntryId = peru[0].Id, SameStatement = new() { EntryId = peru[1].Id } });
        await site.GiveAsync(new() { EntryId = peru[0].Id, PinStatement = new() { Status = ProtoStatus.Held } });
        await site.GiveAsync(new() { EntryId = chile.Id, FalseStatement = new() { Step = new() { Number = 2 } } });
        var before = await site.Ledger.ReadAllAsync();
        var changes = await site.Site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes");

        // Other rules take the sentence without its last word: every mention has another id.
        await RereadAsync(articles, m => m with { Evidence = Shorter(m.Evidence) });

        (await site.Site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes")).ShouldBeGreaterThan(changes);
        var again = (await site.EntriesAsync("PER")).Single();
        (again.Status, again.History.Count, again.Pinned.Count).ShouldBe((EntryStatus.Held, 2, 1));
        again.History[0].Evidence.Text.ShouldEndWith("official");
        (await site.EntriesAsync("CHL")).Single().History.Single().Status.ShouldBe(EntryStatus.Planned);

        // The ids that the entries had then lead to them still.
        (await site.EntryAsync(peru[1].Id)).Id.ShouldBe(again.Id);

        await RereadAsync(articles, m => m);
        Ledgers.Json(await site.EntriesAsync("PER")).ShouldBe(Ledgers.Json(before.Where(e => e.Participants.Any(p => p.Id == "PER"))));
        Ledgers.Json(await site.EntriesAsync("CHL")).ShouldBe(Ledgers.Json(before.Where(e => e.Participants.Any(p => p.Id == "CHL"))));
    }

    [Theory]
    [InlineData("Ghana", "Togo", "GHA", false)]
    [InlineData("Benin", "Niger", "BEN", true)]
    public async Task A_correction_that_moves_or_words_the_sentence_otherwise(string one, string other, string actor, bool othersWrite)
    {
        await using var writer = othersWrite ? await SomeoneWritesAsync() : null;
        var first = Reports.Planned(one, other, 8);
        await site.TellAsync(first.Versioned());
        var entry = (await site.EntriesAsync(actor)).Single();
        await site.GiveAsync(new() { EntryId = entry.Id, PinStatement = new() { Status = ProtoStatus.Cancelled } });

        await site.TellAsync(first.Corrected("2024-03-04T12:00:00Z", "It rained in the capital. " + first.Text));
        (await site.EntryAsync(entry.Id)).Status.ShouldBe(EntryStatus.Cancelled);

        await site.TellAsync(first.Corrected("2024-03-04T15:00:00Z", $"It rained in the capital. The foreign ministers of {one} and {other} are to meet in Geneva on March 9, an official said."));
        var corrected = (await site.EntriesAsync(actor)).Single();
        (corrected.Status, corrected.Start).ShouldBe((EntryStatus.Cancelled, new DateOnly(2024, 3, 9)));
        (await site.EntryAsync(entry.Id, new() { AsOf = Time("2024-03-04T13:00:00Z") })).Status.ShouldBe(EntryStatus.Cancelled);

        await site.TellAsync(first.Corrected("2024-03-04T18:00:00Z", null));
        (await site.EntriesAsync(actor)).ShouldBeEmpty();
        await site.TellAsync(first.Corrected("2024-03-04T21:00:00Z", first.Text));
        (await site.EntriesAsync(actor)).Single().Status.ShouldBe(EntryStatus.Cancelled);
    }

    [Fact]
    public async Task A_correction_of_a_false_step_only_as_far_as_it_says_the_same()
    {
        var (planned, putOff) = (Reports.Planned("Nepal", "Bhutan", 8), Reports.PutOff("Nepal", "Bhutan", 8));
        await site.TellAsync(planned.Versioned(), putOff.Versioned());
        var entry = (await site.EntriesAsync("NPL")).Single();
        await site.GiveAsync(new() { EntryId = entry.Id, FalseStatement = new() { Step = new() { Number = 2 } } });

        await site.TellAsync(putOff.Corrected("2024-03-07T12:00:00Z", "Nepal and Bhutan have put off the meeting of their foreign ministers that was planned for March 8 in Geneva."));
        (await site.EntryAsync(entry.Id)).Status.ShouldBe(EntryStatus.Planned);
        (await site.EntryAsync(entry.Id, new() { AsOf = Time("2024-03-07T10:00:00Z") })).Status.ShouldBe(EntryStatus.Planned);

        await site.TellAsync(putOff.Corrected("2024-03-07T15:00:00Z", "Nepal and Bhutan have cancelled the meeting of their foreign ministers that was planned for March 8 in Geneva."));
        (await site.EntryAsync(entry.Id)).Status.ShouldBe(EntryStatus.Cancelled);
    }

    [Fact]
    public async Task Articles_and_verdicts_that_come_to_two_copies_at_once()
    {
        await using var other = await Site.OnRabbitMqAsync();
        var small = new Dictionary<string, string?> { ["Parley:Bus:BatchSize"] = "2", ["Parley:Bus:Prefetch"] = "4" };
        var hosts = await Task.WhenAll(other.StartExtractionAsync(small), other.StartExtractionAsync(small));
        var crowd = Dispatches.Crowd(50, seed: 5);
        await other.TakeInAsync(hosts[0], [.. crowd.Take(15)]);
        var random = new Random(5);

        var telling = other.TakeInAsync(hosts[0], [.. crowd.Skip(15)]);
        var given = await Task.WhenAll(hosts.Select((h, i) => JudgeAsync(h, new Random(random.Next() + i))));
        await telling;

        given.Sum().ShouldBeGreaterThan(20);
        var ledger = new LedgerService.LedgerServiceClient(hosts[0].Channel);
        var now = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddMinutes(1));
        var folded = await ledger.ReadAllAsync(new() { AsOf = now, KnownAt = now });
        folded.ShouldContain(e => e.Pinned.Count > 0);
        Ledgers.Json(await ledger.ReadAllAsync()).ShouldBe(Ledgers.Json(folded));
    }

    /// <summary>Until it is disposed of, the service is not alone.</summary>
    private async Task<NpgsqlConnection> SomeoneWritesAsync()
    {
        var connection = await site.Site.OpenAsync("extraction");
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock_shared({LedgerLocks.Whole})", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Gives verdicts of every kind on whatever the ledger has, and withdraws some.</summary>
    private static async Task<int> JudgeAsync(RunningHost host, Random random)
    {
        var (ledger, verdicts, given) = (new LedgerService.LedgerServiceClient(host.Channel), new VerdictService.VerdictServiceClient(host.Channel), new List<string>());
        for (var i = 0; i < 20; i++)
        {
            var entries = await ledger.ReadAllAsync(new() { Type = Protocol.Type.V1.EntryType.Talks });
            if (entries.Count < 2)
                continue;
            var two = random.GetItems([.. entries], 2);
            var verdict = new Verdict { EntryId = two[0].Id, By = "Ada" };
            switch (random.Next(5))
            {
                case 0:
                    verdict.FalseStatement = new();
                    break;
                case 1:
                    verdict.FalseStatement = new() { Step = new() { Number = 1 } };
                    break;
                case 2:
                    verdict.SameStatement = new() { EntryId = two[1].Id };
                    break;
                case 3:
                    verdict.ApartStatement = new() { Step = new() { Number = two[0].History.Count } };
                    break;
                default:
                    verdict.PinStatement = new() { Start = new() { Year = 2024, Month = 3, Day = 1 + random.Next(30) } };
                    break;
            }

            try
            {
                given.Add((await verdicts.GiveVerdictAsync(new() { Verdict = verdict }, deadline: DateTime.UtcNow.AddSeconds(30))).Verdict.Id);
                if (random.Next(3) == 0)
                    await verdicts.WithdrawVerdictAsync(new() { VerdictId = given[random.Next(given.Count)], By = "Bo" }, deadline: DateTime.UtcNow.AddSeconds(30));
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.InvalidArgument)
            {
                // What the ledger had a moment ago it has no more, or the two are one already.
            }
        }

        return given.Count;
    }

    private async Task RereadAsync(IEnumerable<Article> articles, Func<Mention, Mention> rules)
    {
        await using var work = await site.Extraction.Get<ExtractionDatabase>().BeginAsync(CancellationToken.None);
        var readings = articles.Select(a => ReadArticle.Of(a, Analyzer.Default.Analyze(new ArticleText(a.Text, a.Title, a.PublishedAt)).Mentions.Select(rules))).ToList();
        await site.Extraction.Get<LedgerStore>().ReplaceAsync(work, readings, 1, CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
    }

    private static Evidence Shorter(Evidence evidence)
    {
        var length = evidence.Text.LastIndexOf(' ');
        return new Evidence(evidence.Start, evidence.Start + length, evidence.Text[..length]);
    }

    private static Timestamp Time(string text) => Timestamp.FromDateTimeOffset(PublicationTime.Parse(text)!.Value);
}
