namespace Parley.Extraction.Ledger;

/// <summary>What has been applied to a part of the ledger since it was last settled, and how to take it back.</summary>
/// <param name="canTakeBack">Whether it may be taken back at all; else that is not remembered.</param>
internal sealed class PartJournal(bool canTakeBack)
{
    private readonly Stack<Action> undo = new();
    private Dictionary<string, string> moved = new(StringComparer.Ordinal);
    private HashSet<string> disturbed = new(StringComparer.Ordinal);

    /// <summary>The mentions that another entry holds than before, or that are new, with the entry. Who has it keeps it as it was when the next journal begins.</summary>
    public IReadOnlyDictionary<string, string> Moved => moved;

    /// <summary>The entries that hold other mentions than before. Who has it keeps it as it was when the next journal begins.</summary>
    public IReadOnlyCollection<string> Disturbed => disturbed;

    /// <summary>Begins anew: nothing is taken back beyond this.</summary>
    public void Begin()
    {
        undo.Clear();
        moved = new(StringComparer.Ordinal);
        disturbed = new(StringComparer.Ordinal);
    }

    /// <summary>An entry has lost a mention.</summary>
    public void Dropped(string entry, Action takeBack)
    {
        disturbed.Add(entry);
        Did(takeBack);
    }

    /// <summary>A mention has gone from one entry to another.</summary>
    public void Moves(string mention, string from, string to, Action takeBack)
    {
        moved[mention] = to;
        disturbed.Add(from);
        disturbed.Add(to);
        Did(takeBack);
    }

    /// <summary>Something else has been done.</summary>
    public void Did(Action takeBack)
    {
        if (canTakeBack) undo.Push(takeBack);
    }

    /// <summary>Takes all of it back.</summary>
    public void TakeBack()
    {
        while (undo.TryPop(out var step)) step();
    }
}
