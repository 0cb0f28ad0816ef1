using System.Text.RegularExpressions;
using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

public sealed partial class ChecklistIsTrue
{
    [Fact]
    public void Each_test_that_it_names_exists()
    {
        var tests = typeof(ChecklistIsTrue).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")).ToHashSet();

        var named = Rows().SelectMany(row => Names(row.Proof)).ToList();

        named.ShouldNotBeEmpty();
        named.Where(name => !tests.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_row_has_a_proof() =>
        Rows().Where(row => !Names(row.Proof).Any()).Select(row => row.Behaviour).ShouldBeEmpty();

    [Fact]
    public void Each_public_type_has_a_row()
    {
        var listed = Rows().SelectMany(row => Names(row.Type)).ToHashSet();

        new[] { typeof(Status), typeof(ConnectivityState) }.SelectMany(type => type.Assembly.GetExportedTypes())
            .Select(NameOf).Where(name => !name.EndsWith("Continuation", StringComparison.Ordinal) && !listed.Contains(name))
            .ShouldBeEmpty();
    }

    private static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsNested ? $"{NameOf(type.DeclaringType!)}.{name}" : name;
    }

    private static IEnumerable<(string Type, string Behaviour, string Proof)> Rows() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Checklist.md"))
            .SkipWhile(line => !line.StartsWith("| type | documented behaviour", StringComparison.Ordinal)).Skip(2)
            .Select(line => line.Split(" | ")).Select(cells => (cells[0], cells[1], cells[2]));

    private static IEnumerable<string> Names(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
