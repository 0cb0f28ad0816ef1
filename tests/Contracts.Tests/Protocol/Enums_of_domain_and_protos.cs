using Parley.Contracts.Protocol;

namespace Parley.Contracts.Tests.Protocol;

public sealed class Enums_of_domain_and_protos
{
    public static TheoryData<Type, Type?> Pairs { get; } = Find();

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_value_has_its_namesake_in_the_same_order(Type domain, Type? proto)
    {
        proto.ShouldNotBeNull($"neither parley.type.v1 nor parley.extraction.v1 has {domain.Name}");

        Enum.GetNames(proto).ShouldBe(["Unspecified", .. Enum.GetNames(domain)]);
        Enum.GetValuesAsUnderlyingType(domain).Cast<int>().ShouldBe(Enumerable.Range(0, Enum.GetNames(domain).Length));
        Enum.GetValuesAsUnderlyingType(proto).Cast<int>().ShouldBe(Enumerable.Range(0, Enum.GetNames(proto).Length));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_word_in_json_is_the_name_in_the_proto(Type domain, Type? proto)
    {
        var descriptor = Parley.Protocol.Type.V1.MentionReflection.Descriptor.EnumTypes
            .Concat(Parley.Protocol.Type.V1.ArticleReflection.Descriptor.EnumTypes)
            .Concat(Parley.Protocol.Type.V1.ActorReflection.Descriptor.EnumTypes)
            .Concat(Parley.Protocol.Type.V1.ChangeReflection.Descriptor.EnumTypes)
            .Concat(Parley.Protocol.Type.V1.DateReflection.Descriptor.EnumTypes)
            .Concat(Parley.Protocol.Extraction.V1.DossierReflection.Descriptor.EnumTypes)
            .Single(e => e.ClrType == proto!);
        var prefix = Words(domain.Name).ToUpperInvariant() + "_";

        descriptor.Values.Skip(1).Select(v => v.Name).ShouldBe(Enum.GetNames(domain).Select(n => prefix + Words(n).ToUpperInvariant()));
    }

    [Fact]
    public void Every_enum_of_the_domain_is_looked_at() => Pairs.Count.ShouldBe(10);

    [Fact]
    public void A_value_goes_there_and_back()
    {
        foreach (var status in Enum.GetValues<EntryStatus>())
        {
            status.ToProto<EntryStatus, Parley.Protocol.Type.V1.EntryStatus>()
                .ToDomain<EntryStatus, Parley.Protocol.Type.V1.EntryStatus>().ShouldBe(status);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_value_that_is_unspecified_or_unknown_is_none(int number) =>
        ((Parley.Protocol.Type.V1.EntryStatus)number).ToDomain<EntryStatus, Parley.Protocol.Type.V1.EntryStatus>().ShouldBeNull();

    private static TheoryData<Type, Type?> Find()
    {
        var pairs = new TheoryData<Type, Type?>();
        foreach (var domain in typeof(Entry).Assembly.GetExportedTypes().Where(t => t.IsEnum && t.Namespace == typeof(Entry).Namespace))
            pairs.Add(domain, Proto("Type", domain) ?? Proto("Extraction", domain));
        return pairs;
    }

    private static Type? Proto(string package, Type domain) => typeof(Parley.Protocol.Type.V1.Entry).Assembly.GetType($"Parley.Protocol.{package}.V1.{domain.Name}");

    private static string Words(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
