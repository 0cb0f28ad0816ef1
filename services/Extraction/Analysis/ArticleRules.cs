namespace Parley.Extraction.Analysis;

/// <summary>The rules and the memory that they share. Of the rules none keeps anything of an article; with the memory cleared they serve the next one.</summary>
internal sealed class ArticleRules(Knowledge knowledge, ArticleMemory memory)
{
    public ArticleMemory Memory { get; } = memory;

    public Chunker Chunker { get; } = new(knowledge);

    public ActorReader Actors { get; } = new(knowledge, memory);

    public EventReader Events { get; } = new(knowledge, memory);

    public SpokenOf Spoken { get; } = new(memory);
}
