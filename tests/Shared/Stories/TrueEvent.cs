using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>One talks or one ceasefire as it really was: what ought to be one entry of the ledger.</summary>
/// <param name="Id">Unique in its world.</param>
/// <param name="Type">Talks or ceasefire.</param>
/// <param name="Form">The form's word in Data/wordings.txt.</param>
/// <param name="Parties">Of a visit the guest first; what one side does, the first does.</param>
/// <param name="Place">Where, with its preposition; null where no place is told.</param>
/// <param name="Area">Where the fighting is, with its preposition; null for none.</param>
/// <param name="Year">Whose ministers it has.</param>
/// <param name="Mediator">Who is quoted and who calls for truces; null for none.</param>
internal sealed record TrueEvent(string Id, EntryType Type, string Form, IReadOnlyList<Actor> Parties, string? Place, string? Area, int Year, Actor? Mediator)
{
    /// <summary>In the order in which they came.</summary>
    public List<TrueStep> Steps { get; } = [];

    /// <summary>False where another event of the same parties is so near that a reader needs the day.</summary>
    public bool DayMayBeLeftOut { get; set; } = true;

    /// <summary>Adds a step.</summary>
    public TrueEvent Then(EntryStatus status, DateTime at, DateOnly? day, string? wording = null, DateOnly? newDay = null, bool byOther = false)
    {
        Steps.Add(new TrueStep(Steps.Count, status, wording ?? WireWord.Of(status), at, day, newDay, byOther));
        return this;
    }
}
