using System.Text.RegularExpressions;
using Parley.Tests;

namespace Parley.Interop.Tests;

/// <summary>The proto files as they stand in the repository, read as text.</summary>
internal static partial class ProtoFiles
{
    /// <summary>Every method in a line: <c>parley.search.v1.SearchService/SearchEntries(SearchEntriesRequest) returns (…)</c>.</summary>
    public static IReadOnlyList<string> Methods { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Seeds.Repository, "protos"), "*.proto", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .SelectMany(MethodsOf)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> MethodsOf(string file) =>
        from service in Service().Matches(file)
        from method in Method().Matches(service.Groups["methods"].Value)
        select $"{Package().Match(file).Groups["name"]}.{service.Groups["name"]}/{method.Groups["name"]}{method.Groups["sides"]}";

    [GeneratedRegex(@"^package (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Package();

    [GeneratedRegex(@"^service (?<name>\w+) \{(?<methods>.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Service();

    [GeneratedRegex(@"^  rpc (?<name>\w+)(?<sides>\((stream )?\w+\) returns \((stream )?\w+\)) ?[;{]", RegexOptions.Multiline)]
    private static partial Regex Method();
}
