namespace Parley.Extraction.Analysis;

/// <summary>The rules of <see cref="VerbEvents"/> that have to do with a verb.</summary>
[Flags]
internal enum VerbUse : byte
{
    None = 0,
    Stop = 1,
    Briefing = 1 << 1,
    InPerson = 1 << 2,
    Beside = 1 << 3,
    Answer = 1 << 4,
}
