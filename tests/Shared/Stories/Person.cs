namespace Parley.Tests.Stories;

/// <summary>Who speaks for an actor.</summary>
/// <param name="Office">Foreign Minister.</param>
/// <param name="Name">First name and surname.</param>
/// <param name="Terms">Years, inclusive.</param>
internal sealed record Person(string Office, string Name, IReadOnlyList<(int From, int To)> Terms);
