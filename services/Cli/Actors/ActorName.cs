namespace Parley.Cli.Actors;

/// <summary>What an actor that was typed stands for.</summary>
/// <param name="Id">The id to ask the services for.</param>
/// <param name="Remark">What the person should know of it; null where the id was typed as it is.</param>
internal sealed record ActorName(string Id, string? Remark);
