using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parley.Alerting.Delivery;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Delivery;

/// <summary>CloudEvents 1.0.2 and its JSON event format, https://github.com/cloudevents/spec/tree/v1.0.2.</summary>
public sealed class Events_by_the_CloudEvents_specification
{
    private static readonly LinkMaker Links = new(new DeliveryOptions { LinkBase = "https://desk.example/parley/" });

    private static readonly DateTimeOffset Raised = new(2031, 3, 2, 20, 5, 4, TimeSpan.FromHours(2));

    [Fact]
    public void The_required_attributes_are_there_and_not_empty()
    {
        var json = Json(Changes.PutOff);

        json.GetProperty("specversion").GetString().ShouldBe("1.0");
        json.GetProperty("id").GetString().ShouldBe("e-1/2");
        json.GetProperty("source").GetString().ShouldBe("/parley/alerting");
        json.GetProperty("type").GetString().ShouldBe("parley.talks.status.v1");
    }

    [Fact]
    public void The_source_is_a_reference_to_a_resource() =>
        Uri.TryCreate(Json(Changes.PutOff).GetProperty("source").GetString(), UriKind.Relative, out _).ShouldBeTrue();

    [Fact]
    public void Names_of_attributes_are_small_letters_and_digits() =>
        Json(Changes.PutOff).EnumerateObject().Select(p => p.Name).ShouldAllBe(n => Regex.IsMatch(n, "^[a-z0-9]{1,20}$"));

    [Fact]
    public void No_attribute_is_null() =>
        Json(Changes.NewTruce).EnumerateObject().ShouldAllBe(p => p.Value.ValueKind != JsonValueKind.Null);

    [Fact]
    public void The_optional_attributes_say_what_it_is_about_and_when_it_was_raised()
    {
        var json = Json(Changes.PutOff);

        json.GetProperty("subject").GetString().ShouldBe("e-1");
        json.GetProperty("datacontenttype").GetString().ShouldBe("application/json");
        var time = json.GetProperty("time").GetString()!;
        time.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$");
        DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ShouldBe(Raised);
    }

    [Fact]
    public void The_content_is_the_change_with_a_line_for_people()
    {
        var data = Json(Changes.PutOff).GetProperty("data");

        data.GetProperty("headline").GetString().ShouldBe("Tuesday's visit by Turkey to Cyprus in Nicosia put off");
        data.GetProperty("summary").GetString()!.ShouldStartWith("Talks postponed: Cyprus and Turkey");
        data.GetProperty("text").GetString()!.ShouldBe("Tuesday's visit by Turkey to Cyprus in Nicosia put off.\n“So.”\ngazette/7, 2 March 2031 18:05 +00:00");
        data.GetProperty("severity").GetString().ShouldBe("warning");
        data.GetProperty("subscription").ValueKind.ShouldBe(JsonValueKind.Null);
        data.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("article").GetString()).ShouldBe(["gazette/7"]);
        data.GetProperty("links").GetProperty("entry").GetString().ShouldBe("https://desk.example/parley/entries/e-1");
        data.GetProperty("change").GetProperty("after").GetProperty("status").GetString().ShouldBe("postponed");
        data.GetProperty("change").GetProperty("before").GetProperty("status").GetString().ShouldBe("planned");
        data.GetProperty("change").GetProperty("cause").GetProperty("evidence").GetProperty("text").GetString().ShouldBe("So.");
    }

    [Fact]
    public void The_same_change_has_the_same_id_and_the_next_version_another()
    {
        CloudEvents.Of(Changes.PutOff, Raised, Links).Id.ShouldBe(CloudEvents.Of(Changes.PutOff, Raised.AddHours(1), Links).Id);
        CloudEvents.Of(Changes.PutOff with { Version = 3 }, Raised, Links).Id.ShouldNotBe(CloudEvents.Of(Changes.PutOff, Raised, Links).Id);
    }

    [Fact]
    public void It_passes_the_outbox_unchanged()
    {
        var alert = new TopicAlert(CloudEvents.Of(Changes.PutOff, Raised, Links), TopicAlert.KeysOf(Changes.PutOff));
        var json = JsonSerializer.Serialize(alert, ParleyJson.Line);

        var back = JsonSerializer.Deserialize<TopicAlert>(json, ParleyJson.Line)!;

        JsonSerializer.Serialize(back, ParleyJson.Line).ShouldBe(json);
    }

    private static JsonElement Json(LedgerChange change) =>
        JsonSerializer.Deserialize<JsonElement>(JsonSerializer.Serialize(CloudEvents.Of(change, Raised, Links), ParleyJson.Line));
}
