namespace Parley.Extraction.Analysis;

/// <summary>How one who is named by an office acts for a party.</summary>
internal enum OfficeClass
{
    /// <summary>A person who speaks for it.</summary>
    Person,

    /// <summary>A government, ministry or delegation: the party itself.</summary>
    Body,

    /// <summary>Its fighters; without a name, rebels.</summary>
    Force,

    /// <summary>One whose meetings are not talks between parties: business, labour, parliament.</summary>
    Commoner,
}
