namespace Parley.Tests.Stories;

/// <summary>A state, organisation or group that takes part in stories.</summary>
/// <param name="Id">As Data/actors.txt calls it.</param>
/// <param name="Name">With its article: <c>the Taliban</c>.</param>
/// <param name="Adjective">Turkish.</param>
/// <param name="Capital">Where one stands for it; else null.</param>
/// <param name="People">Who speaks for it, and when.</param>
internal sealed record Actor(string Id, string Name, string Adjective, string? Capital, IReadOnlyList<Person> People)
{
    /// <summary>States have one, groups have none.</summary>
    public string Government => Capital is null ? Name : $"the {Adjective} government";

    /// <summary>Who speaks for it in a year; null where nobody is known.</summary>
    public Person? PersonIn(int year) => People.FirstOrDefault(p => p.Terms.Any(t => t.From <= year && year <= t.To));
}
