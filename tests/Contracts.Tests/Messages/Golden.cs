using System.Runtime.CompilerServices;

namespace Parley.Contracts.Tests.Messages;

/// <summary>Files that pin the JSON of messages: what is on a queue or in an outbox must still be read after an upgrade.</summary>
internal static class Golden
{
    public static string Read(string name) => File.ReadAllText(Located(name)).TrimEnd('\n');

    /// <summary>Compares; what differs is left beside the tests as <c>NAME.received</c>, to look at and, where the change is wanted, to take over.</summary>
    public static void ShouldBe(string actual, string name, [CallerFilePath] string source = "")
    {
        var pinned = Path.Combine(Path.GetDirectoryName(source)!, "Golden", name);
        if (File.Exists(Located(name)) && actual == Read(name))
            return;
        var received = Path.Combine(AppContext.BaseDirectory, name + ".received");
        File.WriteAllText(received, actual + "\n");
        throw new Xunit.Sdk.XunitException($"The JSON is not what is pinned; compare {pinned} with {received}");
    }

    private static string Located(string name) => Path.Combine(AppContext.BaseDirectory, "Messages", "Golden", name);
}
