namespace Parley.Extraction.Ledger;

/// <summary>What a report of a stage does to an entry; Knowledge/ledger/talks-stages.tsv says each at length.</summary>
internal enum StageStep
{
    Next,
    Later,
    Moved,
    Same,
    Late,
    Never,
}
