namespace Parley.Contracts;

/// <summary>One who takes part in talks or a ceasefire, by the party that he speaks for.</summary>
public sealed record Participant
{
    /// <summary>The party's id: ISO 3166-1 alpha-3 for a state (<c>TUR</c>), a short stable id for others (<c>EU</c>, <c>GNA</c>), a slug for an unknown one.</summary>
    public required string Id { get; init; }

    /// <summary>The party's usual English name.</summary>
    public required string Name { get; init; }

    /// <summary>The words of the text that named it.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it is to the event.</summary>
    public ParticipantRole Role { get; init; }

    /// <summary>The people who act for it, by their usual names.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];
}
