namespace Parley.Tests.Stories;

/// <summary>Two actors that meet or fight, and what stories of them need besides.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
/// <param name="IsWar">They fight, so that there are ceasefires between them.</param>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Area">Where they fight, with its preposition; null at peace.</param>
/// <param name="Grounds">Towns that belong to neither.</param>
/// <param name="Mediator">Who works between them; null at peace.</param>
internal sealed record Cast(int From, int To, bool IsWar, Actor First, Actor Second, string? Area, IReadOnlyList<string> Grounds, Actor? Mediator);
