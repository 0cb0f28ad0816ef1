namespace Parley.Cli.Names;

/// <summary>What a name that was typed stands for.</summary>
/// <param name="Id">What to ask the services for.</param>
/// <param name="Remark">What the person should know of it; null where it was typed as it is.</param>
internal sealed record KnownName(string Id, string? Remark);
