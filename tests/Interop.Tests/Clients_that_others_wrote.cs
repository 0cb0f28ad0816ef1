namespace Parley.Interop.Tests;

/// <summary>What each of the two clients must see; a class below for each runs these tests with it.</summary>
public abstract class Clients_that_others_wrote(RunningParley parley, ForeignClient client)
{
    [Fact]
    public async Task Call_a_unary_method()
    {
        var saw = await client.SawAsync("unary", parley);

        saw.Text("outcome").ShouldBe("SUBMISSION_OUTCOME_ACCEPTED");
        saw.Text("published_seconds").ShouldBe("1709900100");
        saw.Text("text").ShouldBe(Texts.Unicode);
        saw.Text("intake").ShouldBe("INTAKE_BACKFILL");
    }

    [Fact]
    public async Task Read_a_stream_of_answers()
    {
        var saw = await client.SawAsync("server_streaming", parley);

        saw.Text("heartbeat_first").ShouldBe("True");
        saw.Text("status").ShouldBe("ENTRY_STATUS_PLANNED");
    }

    [Fact]
    public async Task Write_a_stream_of_requests_and_read_one_of_answers() =>
        (await client.SawAsync("bidirectional_streaming", parley)).Lines("answers").ShouldBe(
            ["0 SUBMISSION_OUTCOME_ACCEPTED", "1 article.text", "2 SUBMISSION_OUTCOME_ACCEPTED", "3 SUBMISSION_OUTCOME_ALREADY_KNOWN"]);

    [Fact]
    public async Task Read_the_details_of_an_invalid_argument()
    {
        var saw = await client.SawAsync("invalid_argument", parley);

        (saw.Text("status"), saw.Text("code"), saw.Text("reason"), saw.Text("domain")).ShouldBe(("INVALID_ARGUMENT", "3", "INVALID_FIELD", "parley"));
        saw.Lines("fields").ShouldBe(["article.text", "article.url"]);
        saw.Text("message").ShouldBe("article.text is empty; article.url is not an http or https address");
    }

    [Fact]
    public async Task Read_the_details_of_what_is_not_found()
    {
        var saw = await client.SawAsync("not_found", parley);

        (saw.Text("status"), saw.Text("code"), saw.Text("reason"), saw.Text("resource")).ShouldBe(("NOT_FOUND", "5", "NOT_FOUND", "article nowhere"));
    }

    [Fact]
    public async Task Set_a_deadline_by_which_the_call_ends_on_both_sides()
    {
        var saw = await client.SawAsync("deadline", parley);

        saw.Text("status").ShouldBe("DEADLINE_EXCEEDED");
        saw.Seen.GetProperty("milliseconds").GetInt32().ShouldBeInRange(390, 5_000);
        saw.CallsLeft.ShouldBe(0);
    }

    [Fact]
    public async Task Cancel_a_call_and_the_service_ends_it_too()
    {
        var saw = await client.SawAsync("cancellation", parley);

        saw.Text("status").ShouldBe("CANCELLED");
        saw.CallsLeft.ShouldBe(0);
    }

    [Fact]
    public async Task Send_and_read_metadata_as_text_and_as_bytes()
    {
        var saw = await client.SawAsync("metadata", parley);

        (saw.Text("header"), saw.Text("trailer")).ShouldBe(("plain words", "plain words"));
        (saw.Text("binary_header"), saw.Text("binary_trailer")).ShouldBe(("0001feff", "0001feff"));
    }

    [Fact]
    public async Task Compress_requests_with_gzip()
    {
        var saw = await client.SawAsync("gzip", parley);

        (saw.Text("request_encoding"), saw.Text("same")).ShouldBe(("gzip", "True"));
    }

    [Fact]
    public async Task Learn_that_a_message_is_too_large()
    {
        var saw = await client.SawAsync("too_large", parley);

        (saw.Text("status"), saw.Text("code"), saw.Text("reason")).ShouldBe(("RESOURCE_EXHAUSTED", "8", "MESSAGE_TOO_LARGE"));
        saw.Text("message")!.ShouldContain("16777216 bytes");
    }

    [Fact]
    public async Task Check_and_watch_health()
    {
        var saw = await client.SawAsync("health", parley);

        (saw.Text("check"), saw.Text("check_unknown")).ShouldBe(("SERVING", "NOT_FOUND"));
        (saw.Text("watch"), saw.Text("watch_unknown")).ShouldBe(("SERVING", "SERVICE_UNKNOWN"));
        saw.CallsLeft.ShouldBe(0);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v1alpha")]
    public async Task Find_every_method_of_the_protos_by_reflection(string version)
    {
        var saw = await client.SawAsync($"reflection_{version}", parley);

        saw.Lines("methods").Where(m => m.StartsWith("parley.", StringComparison.Ordinal)).ShouldBe(ProtoFiles.Methods);
        saw.Lines("methods").Select(m => m.Split('/')[0]).Where(s => s.StartsWith("grpc.", StringComparison.Ordinal)).Distinct()
            .ShouldBe(["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection"]);
        saw.Text("unknown").ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Leave_no_error_in_the_log_of_the_service()
    {
        await client.SawAsync("unary", parley);

        client.Errors.ShouldBeEmpty();
    }
}

[Collection(nameof(RunningParley))]
public sealed class Grpc_js_of_npm(RunningParley parley, GrpcJs client) : Clients_that_others_wrote(parley, client), IClassFixture<GrpcJs>;

[Collection(nameof(RunningParley))]
public sealed class Grpcio_of_Python(RunningParley parley, Grpcio client) : Clients_that_others_wrote(parley, client), IClassFixture<Grpcio>;
