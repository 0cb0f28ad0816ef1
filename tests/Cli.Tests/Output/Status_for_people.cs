using Parley.Cli.Output;
using Parley.Cli.Running;

namespace Parley.Cli.Tests.Output;

public sealed class Status_for_people
{
    private static readonly ServiceHealth Well = new("search", new Uri("http://127.0.0.1:7103"), ServiceHealth.Serving, ServiceHealth.Serving, ServiceHealth.Serving, "1.2.3", null);

    private static readonly ServiceHealth Blind = Well with { Service = "alerting", Health = ServiceHealth.NotServing, Database = ServiceHealth.NotServing };

    private static readonly ServiceHealth Gone =
        new("ingestion", new Uri("http://127.0.0.1:7101"), ServiceHealth.Unreachable, null, null, null, "Connection refused");

    [Fact]
    public void A_row_tells_of_the_service_its_database_and_the_broker() => Rendered.Rows(StatusView.Table([Well, Gone])).ShouldBe(
        [
            ["search", "serving", "serving", "serving", "1.2.3", "http://127.0.0.1:7103/"],
            ["ingestion", "unreachable", "-", "-", "-", "http://127.0.0.1:7101/"],
        ]);

    [Fact]
    public void Where_all_is_well_there_is_nothing_to_do() => StatusView.Advice([Well, Well], "/logs").ShouldBeEmpty();

    [Fact]
    public void A_service_that_is_gone_is_named_with_its_log_and_the_way_back()
    {
        var advice = StatusView.Advice([Well, Gone], "/logs").ShouldHaveSingleItem();

        advice.ShouldContain("ingestion does not answer at http://127.0.0.1:7101/ (Connection refused)");
        advice.ShouldContain("/logs/ingestion.log");
        advice.ShouldContain("./parley up");
    }

    [Fact]
    public void Of_a_system_elsewhere_nothing_is_said_that_would_not_help_there() =>
        StatusView.Advice([Gone], null).ShouldHaveSingleItem().ShouldNotContain("./parley up");

    [Fact]
    public void A_database_that_is_away_is_named_once_with_the_services_that_miss_it() =>
        StatusView.Advice([Well, Blind, Blind with { Service = "extraction" }], "/logs").ShouldHaveSingleItem().ShouldStartWith("PostgreSQL does not answer alerting, extraction.");

    [Fact]
    public void A_broker_that_is_away_is_named() =>
        StatusView.Advice([Well with { Health = ServiceHealth.NotServing, Bus = ServiceHealth.NotServing }], "/logs").ShouldHaveSingleItem().ShouldStartWith("The broker does not answer search.");

    [Fact]
    public void A_service_that_has_both_and_does_not_serve_is_on_its_way() =>
        StatusView.Advice([Well with { Health = ServiceHealth.NotServing }], "/logs").ShouldHaveSingleItem().ShouldContain("starting or stopping");
}
