namespace Parley.Extraction.Analysis;

/// <summary>What a noun phrase has to say whose it is.</summary>
/// <param name="Names">Those of the lists, in order.</param>
/// <param name="Office">The kind of its office; null where it has none.</param>
/// <param name="OfficeEnd">The token behind the office.</param>
/// <param name="Body">The office's last word; "rebels" for fighters of a kind.</param>
/// <param name="UnknownFirst">The first token of a name that is in no list; -1 where it has none.</param>
/// <param name="UnknownLast">The last token of that name.</param>
/// <param name="Limit">The token behind what says whose it is: the phrase's end, or the event in it.</param>
internal readonly record struct PhraseNames(List<NameSpan> Names, OfficeClass? Office, int OfficeEnd, string Body, int UnknownFirst, int UnknownLast, int Limit);
