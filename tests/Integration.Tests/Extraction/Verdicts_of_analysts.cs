using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Contracts;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;
using ProtoKind = Parley.Protocol.Type.V1.EntryKind;
using ProtoReason = Parley.Protocol.Type.V1.ChangeReason;
using ProtoRole = Parley.Protocol.Type.V1.ParticipantRole;
using ProtoStatus = Parley.Protocol.Type.V1.EntryStatus;

namespace Parley.Integration.Tests.Extraction;

public sealed class Verdicts_of_analysts(VerdictSite site) : IClassFixture<VerdictSite>
{
    [Fact]
    public async Task Take_a_false_entry_out_with_what_is_told_of_it_later_until_they_are_withdrawn()
    {
        using var alerts = await site.AlertsAsync("PER");
        await site.TellAsync(Reports.Planned("Peru", "Ecuador", 8));
        (await VerdictSite.NextAsync(alerts)).ShouldBe((ChangeKind.New, EntryStatus.Planned));
        var entry = (await site.EntriesAsync("PER")).Single();

        var given = await site.GiveAsync(new() { EntryId = entry.Id, FalseStatement = new(), Reason = "A rumour." });

        var change = given.Changes.Single();
        (change.EntryId, change.Kind, change.Reason, change.News).ShouldBe((entry.Id, Protocol.Type.V1.ChangeKind.Retracted, ProtoReason.Verdict, true));
        (await VerdictSite.NextAsync(alerts)).ShouldBe((ChangeKind.Retracted, EntryStatus.Planned));
        (await site.EntriesAsync("PER")).ShouldBeEmpty();
        (await Should.ThrowAsync<RpcException>(() => site.EntryAsync(entry.Id))).StatusCode.ShouldBe(StatusCode.NotFound);

        await site.TellAsync(Reports.PutOff("Peru", "Ecuador", 8));
        (await site.EntriesAsync("PER")).ShouldBeEmpty();

        var withdrawn = await site.WithdrawAsync(given);

        withdrawn.Changes.Single().Kind.ShouldBe(Protocol.Type.V1.ChangeKind.New);
        (await VerdictSite.NextAsync(alerts)).ShouldBe((ChangeKind.New, EntryStatus.Postponed));
        (await site.EntryAsync(entry.Id)).History.Count.ShouldBe(2);
        (await site.WithdrawAsync(given)).Changes.ShouldBeEmpty();
        var listed = (await site.Verdicts.ListVerdictsAsync(new() { EntryId = entry.Id })).Verdicts.Single();
        (listed.By, listed.Reason, listed.WithdrawnBy).ShouldBe((VerdictSite.Analyst, "A rumour.", "Bo Chief"));
        listed.ShouldBe((await site.Verdicts.GetVerdictAsync(new() { VerdictId = given.Verdict.Id })).Verdict);
    }

    [Fact]
    public async Task Take_a_false_step_out_and_tell_those_who_were_alerted_of_it()
    {
        using var alerts = await site.AlertsAsync("CHL");
        await site.TellAsync(Reports.Planned("Chile", "Bolivia", 8), Reports.PutOff("Chile", "Bolivia", 8));
        var entry = (await site.EntriesAsync("CHL")).Single();
        (await VerdictSite.NextAsync(alerts)).Status.ShouldBe(EntryStatus.Planned);
        (await VerdictSite.NextAsync(alerts)).Status.ShouldBe(EntryStatus.Postponed);

        var given = await site.GiveAsync(new() { EntryId = entry.Id, FalseStatement = new() { Step = new() { Number = 2 } } });

        (await VerdictSite.NextAsync(alerts)).ShouldBe((ChangeKind.Status, EntryStatus.Planned));
        var after = await site.EntryAsync(entry.Id);
        (after.Status, after.History.Count).ShouldBe((EntryStatus.Planned, 1));
        given.Verdict.FalseStatement.Step.Passage.ShouldBe(new Passage { ArticleId = entry.History[1].Article, EvidenceStart = entry.History[1].Evidence.Start });
        (await site.EntryAsync(entry.Id, new() { AsOf = Time("2024-03-08T00:00:00Z") })).Status.ShouldBe(EntryStatus.Planned);
        (await site.EntryAsync(entry.Id, new() { KnownAt = Timestamp.FromDateTimeOffset(given.Verdict.MadeAt.ToDateTimeOffset().AddMilliseconds(-1)) })).Status
            .ShouldBe(EntryStatus.Postponed);

        (await site.WithdrawAsync(given)).Changes.Single().After.Status.ShouldBe(ProtoStatus.Postponed);
        Same(await site.EntryAsync(entry.Id), entry);
    }

    [Fact]
    public async Task Leave_the_id_of_an_entry_whose_first_step_is_false_leading_to_it()
    {
        await site.TellAsync(Reports.Planned("Kenya", "Uganda", 8), Reports.PutOff("Kenya", "Uganda", 8));
        var entry = (await site.EntriesAsync("KEN")).Single();

        var given = await site.GiveAsync(new()
        {
            EntryId = entry.Id,
            FalseStatement = new() { Step = new() { Passage = new() { ArticleId = entry.History[0].Article, EvidenceStart = entry.History[0].Evidence.Start } } },
        });

        var now = (await site.EntriesAsync("KEN")).Single();
        now.Id.ShouldNotBe(entry.Id);
        (await site.EntryAsync(entry.Id)).Id.ShouldBe(now.Id);
        (await site.Verdicts.ListVerdictsAsync(new() { EntryId = now.Id })).Verdicts.Single().Id.ShouldBe(given.Verdict.Id);

        await site.WithdrawAsync(given);
        Same((await site.EntriesAsync("KEN")).Single(), entry);
        (await site.EntryAsync(now.Id)).Id.ShouldBe(entry.Id);
    }

    [Fact]
    public async Task Make_one_entry_of_two_and_two_of_one_again()
    {
        await site.TellAsync(Reports.Planned("Ghana", "Togo", 8), Reports.Planned("Ghana", "Togo", 20, "2024-03-05T09:00:00Z"));
        var two = await site.EntriesAsync("GHA");
        two.Count.ShouldBe(2);

        var given = await site.GiveAsync(new() { EntryId = two[1].Id, SameStatement = new() { EntryId = two[0].Id } });

        var one = (await site.EntriesAsync("GHA")).Single();
        (one.Id, one.History.Count).ShouldBe((two[0].Id, 2));
        (await site.EntryAsync(two[1].Id)).Id.ShouldBe(one.Id);
        given.Changes.Single(c => c.MergedInto.Length > 0).EntryId.ShouldBe(two[1].Id);
        (await site.EntryAsync(two[1].Id, new() { AsOf = Time("2024-03-05T12:00:00Z") })).History.Count.ShouldBe(2);
        await site.TellAsync(Reports.PutOff("Ghana", "Togo", 20));
        (await site.EntriesAsync("GHA")).Single().History.Count.ShouldBe(3);
        await EqualsAFoldAsync("GHA");

        await site.WithdrawAsync(given);
        (await site.EntriesAsync("GHA")).Select(e => e.Id).ShouldBe(two.Select(e => e.Id));
        await EqualsAFoldAsync("GHA");
    }

    [Fact]
    public async Task Part_a_step_from_its_entry_and_of_two_that_contradict_one_another_the_later_holds()
    {
        await site.TellAsync(Reports.Planned("Nepal", "Bhutan", 8), Reports.PutOff("Nepal", "Bhutan", 8));
        var entry = (await site.EntriesAsync("NPL")).Single();

        var apart = await site.GiveAsync(new() { EntryId = entry.Id, ApartStatement = new() { Step = new() { Number = 2 } } });

        var two = await site.EntriesAsync("NPL");
        two.Select(e => e.History.Count).ShouldBe([1, 1]);
        apart.Changes.ShouldContain(c => c.Kind == Protocol.Type.V1.ChangeKind.Split);
        var other = two.Single(e => e.Id != entry.Id);
        var same = await site.GiveAsync(new() { EntryId = entry.Id, SameStatement = new() { EntryId = other.Id } });
        (await site.EntriesAsync("NPL")).Single().Id.ShouldBe(entry.Id);
        await site.WithdrawAsync(same);
        (await site.EntriesAsync("NPL")).Count.ShouldBe(2);
        await site.WithdrawAsync(apart);
        Same((await site.EntriesAsync("NPL")).Single(), entry);
    }

    [Fact]
    public async Task Pin_each_value_whatever_the_articles_say()
    {
        using var alerts = await site.AlertsAsync("VNM");
        await site.TellAsync(Reports.Planned("Vietnam", "Laos", 8));
        var entry = (await site.EntriesAsync("VNM")).Single();
        await VerdictSite.NextAsync(alerts);
        PinStatement[] pins =
        [
            new() { Status = ProtoStatus.Held }, new() { Kind = ProtoKind.Summit }, new() { Start = new() { Year = 2024, Month = 3, Day = 10 } },
            new() { End = new() { Year = 2024, Month = 3, Day = 11 } }, new() { Place = new() { Name = "Hanoi", Country = "VNM" } },
            new()
            {
                Participants = new()
                {
                    Participants =
                    {
                        new Protocol.Type.V1.Participant { Actor = new() { Id = "KHM", Name = "Cambodia" }, Role = ProtoRole.Mediator },
                        new Protocol.Type.V1.Participant { Actor = new() { Id = "VNM", Name = "Vietnam" } },
                        new Protocol.Type.V1.Participant { Actor = new() { Id = "LAO", Name = "Laos" } },
                    },
                },
            },
        ];

        var given = new List<GiveVerdictResponse>();
        foreach (var pin in pins)
            given.Add(await site.GiveAsync(new() { EntryId = entry.Id, PinStatement = pin }));

        (await VerdictSite.NextAsync(alerts)).ShouldBe((ChangeKind.Status, EntryStatus.Held));
        var pinned = await site.EntryAsync(entry.Id);
        pinned.Pinned.ShouldBe(["status", "kind", "start", "end", "place", "participants"]);
        (pinned.Status, pinned.Kind, pinned.Start, pinned.End, pinned.Place?.Name).ShouldBe(
            (EntryStatus.Held, EntryKind.Summit, new DateOnly(2024, 3, 10), new DateOnly(2024, 3, 11), "Hanoi"));
        pinned.Participants.Select(p => $"{p.Id} {WireWord.Of(p.Role)}").ShouldBe(["LAO party", "VNM party", "KHM mediator"]);
        pinned.Cameo.ShouldNotBe(entry.Cameo);
        given.Select(g => g.Verdict.PinStatement).ShouldBe(pins.Select((p, i) => i == 5 ? given[5].Verdict.PinStatement : p));
        (await site.Ledger.ReadAllAsync(new() { Actors = { "KHM", "VNM" }, From = new() { Year = 2024, Month = 3, Day = 10 }, Statuses = { ProtoStatus.Held } }))
            .Single().Id.ShouldBe(entry.Id);

        await site.TellAsync(Reports.PutOff("Vietnam", "Laos", 8));
        (await site.EntryAsync(entry.Id)).Status.ShouldBe(EntryStatus.Held);
        var cleared = await site.GiveAsync(new() { EntryId = entry.Id, PinStatement = new() { Cleared = ClearableField.Place } });
        (await site.EntryAsync(entry.Id)).Place.ShouldBeNull();
        await EqualsAFoldAsync("VNM");
        await site.WithdrawAsync(cleared);
        (await site.EntryAsync(entry.Id)).Place?.Name.ShouldBe("Hanoi");
        foreach (var verdict in given)
            await site.WithdrawAsync(verdict);
        var last = await site.EntryAsync(entry.Id);
        (last.Status, last.Pinned.Count, last.Start).ShouldBe((EntryStatus.Postponed, 0, entry.Start));
    }

    [Fact]
    public async Task Are_given_once_however_often_the_request_comes()
    {
        await site.TellAsync(Reports.Planned("Malta", "Cyprus", 8));
        var entry = (await site.EntriesAsync("MLT")).Single();
        var request = new GiveVerdictRequest
        {
            RequestId = "c0ffee",
            Verdict = new() { EntryId = entry.Id, By = VerdictSite.Analyst, PinStatement = new() { Status = ProtoStatus.Held } },
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.Verdicts.GiveVerdictAsync(request).ResponseAsync));

        answers.ShouldAllBe(a => a.Equals(answers[0]));
        answers[0].Changes.Count.ShouldBe(1);
        (await site.Verdicts.ListVerdictsAsync(new() { EntryId = entry.Id })).Verdicts.Count.ShouldBe(1);
        request.Verdict.Reason = "another";
        var refusal = await Should.ThrowAsync<RpcException>(() => site.Verdicts.GiveVerdictAsync(request).ResponseAsync);
        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, "request_id"));
    }

    [Fact]
    public async Task Are_listed_in_pages_and_streamed_with_their_changes()
    {
        await site.TellAsync(Reports.Planned("Croatia", "Slovenia", 8));
        var entry = (await site.EntriesAsync("HRV")).Single();
        using var watch = site.Ledger.WatchChanges(new() { Actors = { "HRV" } }, deadline: DateTime.UtcNow.AddSeconds(60));
        (await watch.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        watch.ResponseStream.Current.Change.ShouldBeNull();
        var given = new List<string>();
        foreach (var status in new[] { ProtoStatus.Held, ProtoStatus.Cancelled, ProtoStatus.Suspended })
            given.Add((await site.GiveAsync(new() { EntryId = entry.Id, PinStatement = new() { Status = status } })).Verdict.Id);

        var listed = new List<string>();
        var request = new ListVerdictsRequest { EntryId = entry.Id, PageSize = 1 };
        do
        {
            var page = await site.Verdicts.ListVerdictsAsync(request);
            listed.AddRange(page.Verdicts.Select(v => v.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        listed.ShouldBe(given);

        var seen = new List<ProtoStatus>();
        while (seen.Count < 3 && await watch.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (watch.ResponseStream.Current.Change is { Reason: ProtoReason.Verdict } change)
                seen.Add(change.After.Status);
        }

        seen.ShouldBe([ProtoStatus.Held, ProtoStatus.Cancelled, ProtoStatus.Suspended]);
    }

    [Fact]
    public async Task That_say_nothing_or_what_cannot_be_are_refused()
    {
        await site.TellAsync(Reports.Planned("Estonia", "Latvia", 8), Reports.Of("est-truce", "2024-03-05T12:00:00Z", "Estonia and Latvia agreed on a ceasefire on Tuesday, the two governments said."));
        var entries = await site.EntriesAsync("EST");
        var (talks, truce) = (entries.Single(e => e.Type == EntryType.Talks).Id, entries.Single(e => e.Type == EntryType.Ceasefire).Id);

        await RefusedAsync(new() { EntryId = talks }, "verdict.statement");
        await RefusedAsync(new() { EntryId = talks, SameStatement = new() { EntryId = talks } }, "verdict.same_statement.entry_id");
        await RefusedAsync(new() { EntryId = talks, SameStatement = new() { EntryId = truce } }, "verdict.same_statement.entry_id");
        await RefusedAsync(new() { EntryId = talks, ApartStatement = new() { EntryId = truce } }, "verdict.apart_statement.entry_id");
        await RefusedAsync(new() { EntryId = talks, ApartStatement = new() { Step = new() { Number = 1 } } }, "verdict.apart_statement.step");
        await RefusedAsync(new() { EntryId = talks, ApartStatement = new() }, "verdict.apart_statement");
        await RefusedAsync(new() { EntryId = talks, FalseStatement = new() { Step = new() } }, "verdict.false_statement.step");
        await RefusedAsync(new() { EntryId = talks, PinStatement = new() { Status = ProtoStatus.Violated } }, "verdict.pin_statement.status");
        await RefusedAsync(new() { EntryId = truce, PinStatement = new() { Kind = ProtoKind.Visit } }, "verdict.pin_statement.kind");
        await RefusedAsync(new() { EntryId = talks, PinStatement = new() { Start = new() { Year = 2024, Month = 2, Day = 30 } } }, "verdict.pin_statement.start");
        await RefusedAsync(new() { EntryId = talks, FalseStatement = new() { Step = new() { Number = 2 } } }, null);
        await RefusedAsync(new() { EntryId = "talks-0", FalseStatement = new() }, null);
        await RefusedAsync(new() { EntryId = talks, SameStatement = new() { EntryId = "talks-0" } }, null);
        (await Should.ThrowAsync<RpcException>(() => site.Verdicts.WithdrawVerdictAsync(new() { VerdictId = "verdict-0", By = "x" }).ResponseAsync))
            .StatusCode.ShouldBe(StatusCode.NotFound);
        (await site.Verdicts.ListVerdictsAsync(new() { EntryId = talks })).Verdicts.ShouldBeEmpty();
    }

    /// <summary>Refused with the field; or, where none is given, as something that is not there.</summary>
    private async Task RefusedAsync(Verdict verdict, string? field)
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => site.GiveAsync(verdict));
        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((field is null ? StatusCode.NotFound : StatusCode.InvalidArgument, field));
    }

    /// <summary>The ledger as it is kept is that of a fold of all mentions with the verdicts that hold.</summary>
    private async Task EqualsAFoldAsync(string actor)
    {
        var now = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddMinutes(1));
        Ledgers.Json(await site.EntriesAsync(actor)).ShouldBe(Ledgers.Json(await site.Ledger.ReadAllAsync(new() { Actor = actor, AsOf = now, KnownAt = now })));
    }

    private static void Same(Entry one, Entry other) => Ledgers.Json([one]).ShouldBe(Ledgers.Json([other]));

    private static Timestamp Time(string text) => Timestamp.FromDateTimeOffset(PublicationTime.Parse(text)!.Value);
}
