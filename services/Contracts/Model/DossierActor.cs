namespace Parley.Contracts;

/// <summary>One who takes part in what a dossier holds, in one role.</summary>
public sealed record DossierActor
{
    /// <summary>The party's id, as in <see cref="Participant"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The party's usual English name.</summary>
    public required string Name { get; init; }

    /// <summary>The role; whoever has two stands twice.</summary>
    public required ParticipantRole Role { get; init; }

    /// <summary>The entries in which it has this role.</summary>
    public required int Entries { get; init; }

    /// <summary>The people who act for it, by their usual names, those of the latest entries first.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];
}
