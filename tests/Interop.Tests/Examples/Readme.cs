using System.Text.RegularExpressions;
using Parley.Tests;

namespace Parley.Interop.Tests.Examples;

/// <summary>The code that README.md shows.</summary>
internal static partial class Readme
{
    /// <summary>Its blocks in a language, in their order.</summary>
    public static IReadOnlyList<string> Blocks(string language) =>
    [
        .. Block().Matches(File.ReadAllText(Path.Combine(Seeds.Repository, "README.md")))
            .Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["code"].Value),
    ];

    [GeneratedRegex("^```(?<language>\\w+)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
