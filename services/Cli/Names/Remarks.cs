namespace Parley.Cli.Names;

/// <summary>Remarks on names that were typed, to standard error, each once: a name may stand in several options.</summary>
internal sealed class Remarks
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Tells the remark on a name, if there is one.</summary>
    /// <returns>What to ask the services for.</returns>
    public string Say(KnownName name)
    {
        if (name.Remark is { } remark && _said.Add(remark))
            Console.Error.WriteLine($"parley: {remark}");
        return name.Id;
    }
}
