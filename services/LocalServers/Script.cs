namespace Parley.LocalServers;

/// <summary>The shell scripts beside the sources, which the assembly carries.</summary>
internal static class Script
{
    /// <summary>A script's text, for <c>sh -c</c>.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Script).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
