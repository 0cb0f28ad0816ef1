using System.Runtime.InteropServices;
using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Reads the sentences of one article in order: parse, events, dates, places, mentions.</summary>
internal sealed class ArticleReader
{
    private const int MaxTitle = 1000;
    private readonly Knowledge knowledge;
    private readonly SubjectSigns signs;
    private readonly string text;
    private readonly string? title;
    private readonly List<Token> tokens;
    private readonly List<Sentence> sentences;
    private readonly DateOnly? published;
    private readonly ArticleMemory memory = new();
    private readonly Chunker chunker;
    private readonly ActorReader actors;
    private readonly EventReader events;

    public ArticleReader(Knowledge knowledge, SubjectSigns signs, string text, string? title, List<Token> tokens, List<Sentence> sentences, DateOnly? published)
    {
        this.knowledge = knowledge;
        this.signs = signs;
        this.text = text;
        this.title = title;
        this.tokens = tokens;
        this.sentences = sentences;
        this.published = published;
        chunker = new Chunker(knowledge);
        actors = new ActorReader(knowledge, memory);
        events = new EventReader(knowledge, memory);
    }

    public IReadOnlyList<Mention> Read()
    {
        ReadTitle();
        var settle = new Settling(knowledge, published);
        var found = new List<Candidate>();
        foreach (var sentence in sentences)
        {
            var reading = Parse(sentence);
            var candidates = events.Read(reading);
            settle.Apply(reading, candidates, signs.Find(reading.Tokens));
            found.AddRange(Joining.WithinSentence(candidates));
            settle.Remember(reading);
            Note(reading);
        }

        return MentionMaker.Make(Joining.WithinArticle(found), settle.Topics(found), text);
    }

    /// <summary>A headline gives no evidence in the text; it says who and whose man is spoken of.</summary>
    private void ReadTitle()
    {
        if (title is null || title.Length > MaxTitle)
            return;
        var words = Tokenizer.Tokenize(title, title.Length, knowledge.Words);
        foreach (var sentence in SentenceSplitter.Split(title, words))
            Note(Parse(knowledge, title, CollectionsMarshal.AsSpan(words)[sentence.First..sentence.Last], sentence, published?.Year, chunker, actors));
    }

    /// <summary>The subject of a sentence is who "he" and "they" of the next are, so it is noted last.</summary>
    private void Note(Reading reading)
    {
        var verb = reading.Chunks.FindIndex(c => c.Kind == ChunkKind.Verb && c.Finite);
        for (var i = reading.Chunks.Count - 1; i >= 0; i--)
        {
            if (i > verb && reading.Chunks[i].IsActor)
                memory.Note(reading.Chunks[i].Parties);
        }

        for (var i = 0; i < verb; i++)
        {
            if (reading.Chunks[i].IsActor)
                memory.Note(reading.Chunks[i].Parties);
        }
    }

    private Reading Parse(Sentence sentence) =>
        Parse(knowledge, text, CollectionsMarshal.AsSpan(tokens)[sentence.First..sentence.Last], sentence, published?.Year, chunker, actors);

    internal static Reading ParseFor(Knowledge knowledge, string text, List<Token> tokens, Sentence sentence) =>
        Parse(knowledge, text, CollectionsMarshal.AsSpan(tokens)[sentence.First..sentence.Last], sentence, null, new Chunker(knowledge), new ActorReader(knowledge, new ArticleMemory()));

    private static Reading Parse(Knowledge knowledge, string text, ReadOnlySpan<Token> tokens, Sentence sentence, int? year, Chunker chunker, ActorReader actors)
    {
        var reading = new Reading(text, sentence, Brackets.Drop(text, tokens));
        NameFinder.Find(reading, knowledge, year);
        Tagger.Run(reading.Tokens);
        chunker.Run(reading);
        actors.Run(reading);
        return reading;
    }
}
