using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Parley.Standalone;
using Parley.Tests;

namespace Parley.Interop.Tests.Examples;

public sealed partial class What_the_readme_says
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Seeds.Repository, "README.md"));

    [Fact]
    public void Its_links_lead_to_files_that_there_are() =>
        Link().Matches(Text).Select(m => m.Groups["target"].Value).Where(t => !Path.Exists(Path.Combine(Seeds.Repository, t))).ShouldBeEmpty();

    [Fact]
    public void It_has_every_setting_with_its_default()
    {
        var rows = Text.Split('\n').Where(l => l.StartsWith("| `Parley:", StringComparison.Ordinal)).ToList();

        var missing = Settings().Where(s => !rows.Exists(row => Names(row, s.Key) && row.Split('|')[2].Contains(s.Default, StringComparison.Ordinal)));

        missing.Select(s => $"{s.Key} (default {s.Default})").ShouldBeEmpty();
    }

    [Fact]
    public void It_has_no_setting_that_there_is_not()
    {
        var known = Settings().Select(s => s.Key).ToHashSet();

        Setting().Matches(Text).Select(m => m.Groups["key"].Value).Where(k => !known.Contains(k)).ShouldBeEmpty();
    }

    private static IEnumerable<(string Key, string Default)> Settings() =>
        from name in typeof(StandaloneHost).Assembly.GetReferencedAssemblies().Where(a => a.Name!.StartsWith("Parley.", StringComparison.Ordinal))
        from type in Assembly.Load(name).GetTypes()
        where type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true }
        let section = (string)type.GetField("Section")!.GetRawConstantValue()!
        let options = Activator.CreateInstance(type)
        from property in type.GetProperties()
        where property.CanWrite
        let required = property.GetCustomAttribute<RequiredAttribute>() is not null
        let value = property.GetValue(options) is IEnumerable<int> numbers
            ? string.Join(", ", numbers)
            : Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture) ?? ""
        select ($"{section}:{property.Name}", required && value.Length == 0 ? "required" : value);

    private static bool Names(string row, string key) => row.Split('|')[1].Contains($"`{key}`", StringComparison.Ordinal);

    [GeneratedRegex(@"\]\((?<target>[^):#]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<key>Parley:[A-Za-z]+:[A-Za-z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
