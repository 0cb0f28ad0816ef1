namespace Parley.Tests.Stories;

/// <summary>A kind of story.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Weight">How often it comes, against the others.</param>
/// <param name="IsOfWar">It needs parties that fight.</param>
/// <param name="IsOfPeople">It needs persons who are known by name, for a call beside a visit.</param>
/// <param name="Write">Makes its events.</param>
internal sealed record Shape(string Name, int Weight, bool IsOfWar, bool IsOfPeople, Action<Plot> Write);
