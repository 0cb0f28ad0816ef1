namespace Parley.Extraction.Analysis;

/// <summary>How a verb or noun stands to the event that it governs.</summary>
internal enum Force
{
    /// <summary>It is so, or was.</summary>
    Do,

    /// <summary>It goes on.</summary>
    Continue,

    /// <summary>It has begun.</summary>
    Begin,

    /// <summary>It no longer goes on.</summary>
    Stop,

    /// <summary>It is to be.</summary>
    Plan,

    /// <summary>A party is ready for it.</summary>
    Offer,

    /// <summary>Someone wants another to do it.</summary>
    Ask,

    /// <summary>Someone wants it.</summary>
    Wish,

    /// <summary>Someone works for it.</summary>
    Try,

    /// <summary>A party will not.</summary>
    Refuse,

    /// <summary>It did not come about, though tried.</summary>
    Fail,

    /// <summary>Someone warns of it.</summary>
    Threat,

    /// <summary>Nothing follows: possible, conditional, unknown.</summary>
    Doubt,

    /// <summary>It is not so.</summary>
    Not,
}
