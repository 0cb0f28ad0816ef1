using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Contracts;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;
using Parley.Tests;
using Dossier = Parley.Protocol.Extraction.V1.Dossier;
using DossierType = Parley.Protocol.Extraction.V1.DossierType;
using EntryStatus = Parley.Protocol.Type.V1.EntryStatus;

namespace Parley.Integration.Tests.Extraction;

public sealed class Dossiers_over_gRPC(LedgerSite site) : IClassFixture<LedgerSite>
{
    [Fact]
    public async Task Say_where_the_talks_stand_with_the_sentence_that_proves_it()
    {
        var dossier = (await site.Ledger.GetDossierAsync(new() { DossierId = "pair:FIN+NOR", AsOf = Time("2024-03-07T18:00:00Z") })).Dossier;

        (dossier.Id, dossier.Title, dossier.Type, dossier.EntryCount, dossier.ArticleCount).ShouldBe(("pair:FIN+NOR", "Finland and Norway", DossierType.Pair, 1, 3));
        dossier.Summary.ShouldBe("Meeting of 8 March in Oslo put off (reported 7 March).");
        var put = dossier.Disrupted.ShouldHaveSingleItem();
        (put.Status, put.Step.ArticleId, put.SinceReported).ShouldBe((EntryStatus.Postponed, Dispatches.PutOff.Id, true));
        Dispatches.PutOff.Text[put.Step.Evidence.Start..put.Step.Evidence.End].ShouldBe(put.Step.Evidence.Text);
        (await site.Ledger.GetEntryAsync(new() { EntryId = put.EntryId })).Entry.Status.ShouldBe(EntryStatus.Postponed);
    }

    [Theory]
    [InlineData("NOR FIN", "pair:FIN+NOR")]
    [InlineData("FIN NOR", "pair:FIN+NOR")]
    [InlineData("SDN TCD", "pair:SDN+TCD")]
    public async Task Are_found_by_their_parties(string actors, string id) =>
        (await site.Ledger.GetDossierAsync(new() { Actors = { actors.Split(' ') } })).Dossier.Id.ShouldBe(id);

    [Fact]
    public async Task Look_from_the_moment_that_is_asked_for()
    {
        var before = await SummaryAsync(new() { AsOf = Time("2024-03-05T00:00:00Z") });
        var known = await SummaryAsync(new() { KnownAt = Time("2024-03-04T08:15:00Z") });
        var now = await SummaryAsync(new());

        before.ShouldBe("Meeting planned for 8 March in Oslo.");
        known.ShouldBe("Meeting planned for 8 March in Oslo.");
        now.ShouldBe("Meeting of 8 March 2024 in Oslo put off (reported 7 March 2024).");
    }

    [Theory]
    [InlineData("pair:FIN+PER", "", null)]
    [InlineData("conflict:PER", "", null)]
    [InlineData("", "PER FIN", null)]
    [InlineData("pair:FIN+NOR", "", "2024-03-01T00:00:00Z")]
    public async Task Are_not_found_where_no_entry_belongs_to_them(string id, string actors, string? asOf)
    {
        var refusal = await RefusalAsync(id, actors, asOf);

        refusal.StatusCode.ShouldBe(StatusCode.NotFound);
        refusal.Status.Detail.ShouldStartWith("There is no dossier ");
    }

    [Theory]
    [InlineData("", "", "dossier_id")]
    [InlineData(" ", "", "dossier_id")]
    [InlineData("pair:FIN+NOR", "FIN", "actors")]
    [InlineData("", "FIN NOR PER", "actors")]
    [InlineData("", "FIN FIN", "actors[1]")]
    [InlineData("", "GNA LBY", "actors[1]")]
    public async Task Are_refused_where_nothing_can_be_meant(string id, string actors, string field)
    {
        var refusal = await RefusalAsync(id, actors, null);

        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, field));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Are_listed_with_the_last_active_first_in_pages_without_gap_or_repeat(bool asOf)
    {
        var moment = asOf ? Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow) : null;
        var whole = await ListAsync(new() { PageSize = 100, AsOf = moment });

        whole.Count.ShouldBeGreaterThan(1);
        whole[0].Id.ShouldBe("pair:FIN+NOR");
        whole.Select(d => d.LastActivity.ToDateTimeOffset()).ShouldBeInOrder(SortDirection.Descending);
        (await ListAsync(new() { PageSize = 1, AsOf = moment })).Select(d => d.Id).ShouldBe(whole.Select(d => d.Id));
    }

    [Fact]
    public async Task Are_the_same_as_kept_and_as_folded_anew()
    {
        var moment = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        var kept = await ListAsync(new());
        var folded = await ListAsync(new() { AsOf = moment });

        foreach (var dossier in kept.Concat(folded))
            dossier.AsOf = moment;
        kept.ShouldBe(folded);
    }

    [Fact]
    public async Task Are_filtered_by_type_and_party()
    {
        (await ListAsync(new() { Type = DossierType.Pair })).ShouldAllBe(d => d.Id.StartsWith("pair:"));
        (await ListAsync(new() { Type = DossierType.Conflict })).ShouldAllBe(d => d.Id.StartsWith("conflict:"));
        foreach (var asOf in new[] { null, Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow) })
        {
            (await ListAsync(new() { Actor = "NOR", AsOf = asOf })).Select(d => d.Id).ShouldBe(["pair:FIN+NOR"]);
            (await ListAsync(new() { Actor = "TCD", AsOf = asOf })).ShouldContain(d => d.Id == "pair:SDN+TCD");
            (await ListAsync(new() { Actor = "PER", AsOf = asOf })).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Refuse_a_page_token_of_other_filters_and_a_type_that_is_none()
    {
        var token = (await site.Ledger.ListDossiersAsync(new() { PageSize = 1 })).NextPageToken;
        var forged = PageToken.Make("list-dossiers:0:::", "soon pair:FIN+NOR");

        foreach (var (request, field) in new (ListDossiersRequest, string)[]
        {
            (new() { PageToken = token, Actor = "NOR" }, "page_token"), (new() { PageToken = forged }, "page_token"), (new() { PageSize = -1 }, "page_size"), (new() { Type = (DossierType)7 }, "type"),
        })
        {
            var refusal = await Should.ThrowAsync<RpcException>(() => site.Ledger.ListDossiersAsync(request).ResponseAsync);
            (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, field));
        }
    }

    [Fact]
    public async Task Are_filled_in_at_the_start_for_entries_that_were_recorded_before_there_were_dossiers()
    {
        var kept = await ListAsync(new());
        await using (var connection = await site.Site.OpenAsync("extraction"))
        await using (var forget = new Npgsql.NpgsqlCommand("UPDATE entries SET dossiers = NULL", connection))
            await forget.ExecuteNonQueryAsync();
        (await ListAsync(new())).ShouldBeEmpty();

        await using var another = await site.Site.StartExtractionAsync();

        (await ListAsync(new())).Select(d => (d.Id, d.LastActivity)).ShouldBe(kept.Select(d => (d.Id, d.LastActivity)));
    }

    private async Task<string> SummaryAsync(GetDossierRequest request)
    {
        request.DossierId = "pair:FIN+NOR";
        return (await site.Ledger.GetDossierAsync(request)).Dossier.Summary;
    }

    private Task<RpcException> RefusalAsync(string id, string actors, string? asOf) => Should.ThrowAsync<RpcException>(() => site.Ledger.GetDossierAsync(new()
    {
        DossierId = id,
        Actors = { actors.Split(' ', StringSplitOptions.RemoveEmptyEntries) },
        AsOf = asOf is null ? null : Time(asOf),
    }).ResponseAsync);

    private async Task<List<Dossier>> ListAsync(ListDossiersRequest request)
    {
        var dossiers = new List<Dossier>();
        do
        {
            var page = await site.Ledger.ListDossiersAsync(request, deadline: DateTime.UtcNow.AddSeconds(20));
            dossiers.AddRange(page.Dossiers);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return dossiers;
    }

    private static Timestamp Time(string text) => Timestamp.FromDateTimeOffset(PublicationTime.Parse(text)!.Value);
}
