using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>What became of an event at a moment.</summary>
/// <param name="Index">Which step of its event, from 0.</param>
/// <param name="Status">The stage that it came to.</param>
/// <param name="Wording">The last word of the headings in Data/wordings.txt under which it is worded.</param>
/// <param name="At">When it came to it, UTC.</param>
/// <param name="Day">The day that texts tell: of talks their day as it then stood, of a ceasefire the step's; null for an undated process.</param>
/// <param name="New">The day that it is put off to, or on which a truce is to begin; null where it says none.</param>
/// <param name="ByOther">The second party did it, not the first.</param>
internal sealed record TrueStep(int Index, EntryStatus Status, string Wording, DateTime At, DateOnly? Day, DateOnly? New, bool ByOther)
{
    /// <summary>The day on which the event stands after this step.</summary>
    public DateOnly? Standing => New ?? Day;
}
