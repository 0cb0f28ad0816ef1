using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Parley.Cli.Commands;

/// <summary>Options that take a number. What is none, or is out of bounds, is answered by the numbers that there are.</summary>
internal static class NumberOption
{
    /// <summary>One that may be left out.</summary>
    public static Option<T?> Create<T>(string name, string description, T least, T most, string helpName = "n")
        where T : struct, INumber<T>, IMinMaxValue<T> =>
        new(name) { Description = description, HelpName = helpName, CustomParser = result => Read(result, name, least, most) };

    /// <summary>One that has a usual value.</summary>
    public static Option<T> Create<T>(string name, string description, T least, T most, T byDefault, string helpName = "n")
        where T : struct, INumber<T>, IMinMaxValue<T> =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => byDefault, CustomParser = result => Read(result, name, least, most) };

    private static T Read<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (result.Tokens.Count > 0 && T.TryParse(result.Tokens[^1].Value, plain, CultureInfo.InvariantCulture, out var given) && given >= least && given <= most)
            return given;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is a number {(most == T.MaxValue ? $"from {least}" : $"from {least} to {most}")}."));
        return default;
    }
}
