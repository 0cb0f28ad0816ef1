namespace Parley.Extraction.Analysis;

/// <summary>Rules that look for certain words only: each word is told when it is loaded, and no text of a word is compared where none of them asks for it.</summary>
[Flags]
internal enum WordRules : byte
{
    None = 0,

    /// <summary><see cref="Tagger"/> has a rule for it alone.</summary>
    Tag = 1,

    /// <summary>An expression of a day can begin with it: <see cref="DateReader"/>.</summary>
    Day = 1 << 1,

    /// <summary>A day that is counted from another can begin with it: <see cref="RelativeDays"/>.</summary>
    RelativeDay = 1 << 2,

    /// <summary>It can open what had been planned: <see cref="SlippedPlans"/>.</summary>
    SlippedPlan = 1 << 3,

    /// <summary>A time can begin with it that is no part of the noun phrase before it: <see cref="NounGroups"/>.</summary>
    Time = 1 << 4,

    /// <summary>It is in <see cref="WordLists.TimeWords"/>.</summary>
    TimeWord = 1 << 5,

    /// <summary>The second word of one of the <see cref="Knowledge.Idioms"/>.</summary>
    Idiom = 1 << 6,
}
