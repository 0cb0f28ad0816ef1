namespace Parley.Platform.Hosting;

/// <summary>The configuration has keys that are wrong; the message has a line for each.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> wrong)
    : Exception("The configuration is wrong:" + string.Concat(wrong.Select(w => Environment.NewLine + "  " + w)));
