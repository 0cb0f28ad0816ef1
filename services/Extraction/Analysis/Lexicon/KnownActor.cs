namespace Parley.Extraction.Analysis;

/// <summary>A state, an organisation or an armed group that the knowledge lists.</summary>
/// <param name="Id">Its id: <c>TUR</c>, <c>GNA</c>.</param>
/// <param name="Name">Its usual English name.</param>
/// <param name="Names">Every name that it goes by, the usual one first.</param>
public sealed record KnownActor(string Id, string Name, IReadOnlyList<string> Names)
{
    private static readonly string[] Files = ["states.txt", "organisations.txt", "groups.txt"];

    /// <summary>Every one that is listed, in the order of the files. Reads names only, not the rest of the knowledge, so it is quick.</summary>
    public static IReadOnlyList<KnownActor> All { get; } =
    [
        .. from file in Files
           from line in KnowledgeFile.Read(file)
           let names = KnowledgeFile.Names(line[1]).ToList()
           select new KnownActor(line[0], names[0], names),
    ];

    /// <summary>A name or an id without what does not matter in it: case, diacritics, kinds of apostrophes.</summary>
    public static string Fold(string name) => Folding.Fold(name.Trim());
}
