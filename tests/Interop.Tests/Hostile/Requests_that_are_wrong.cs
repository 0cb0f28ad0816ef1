using Google.Protobuf;

namespace Parley.Interop.Tests.Hostile;

[Collection(nameof(RunningParley))]
public sealed class Requests_that_are_wrong(RunningParley parley)
{
    private static readonly IReadOnlyList<Spoiling> Spoilings = [.. Methods.All.SelectMany(Spoiling.Of)];

    public static TheoryData<string> Names { get; } = [.. Spoilings.Select(s => s.ToString())];

    public static TheoryData<string> MethodNames { get; } = [.. Methods.All.Select(m => m.FullName)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_answered_with_the_status_and_the_field(string name)
    {
        var spoiling = Spoilings.Single(s => s.ToString() == name);
        var request = RightRequests.Of(spoiling.Method, parley).ShouldNotBeNull($"{spoiling.Method.FullName} needs a request in RightRequests.cs");
        var expected = Expectations.For(spoiling).ShouldNotBeNull($"expected.txt has no line for: {name}");
        var errorsBefore = parley.Log.Errors.Count;

        var outcome = await new RawClient(parley.Channel).OutcomeAsync(spoiling.Method, spoiling.Apply(request), request.ToByteArray());

        outcome.ShouldBe(expected, name);
        parley.Log.Errors.Skip(errorsBefore).ShouldBeEmpty("a caller's error is none of the operator's");
    }

    [Theory]
    [MemberData(nameof(MethodNames))]
    public async Task Would_be_taken_if_they_were_right(string name)
    {
        var method = Methods.All.Single(m => m.FullName == name);
        var request = RightRequests.Of(method, parley).ShouldNotBeNull($"{name} needs a request in RightRequests.cs").ToByteArray();

        (await new RawClient(parley.Channel).OutcomeAsync(method, request, request)).ShouldBe(Outcome.Ok);
    }

    [Fact]
    public void Are_tried_on_every_method_that_is_mapped() =>
        Methods.All.Select(m => $"{m.Service.FullName}/{m.Name}")
            .ShouldBe(parley.Methods.Where(m => m.StartsWith("parley.", StringComparison.Ordinal)), ignoreOrder: true);

    [Fact]
    public void Are_all_that_the_table_speaks_of() => Expectations.Unused(Spoilings).ShouldBeEmpty();
}
