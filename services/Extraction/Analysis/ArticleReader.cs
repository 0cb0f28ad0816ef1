using System.Runtime.InteropServices;
using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Reads the sentences of one article in order: parse, events, dates, places, mentions.</summary>
internal sealed class ArticleReader
{
    private readonly Knowledge knowledge;
    private readonly SubjectSigns signs;
    private readonly string text;
    private readonly List<Token> tokens;
    private readonly List<Sentence> sentences;
    private readonly DateOnly? published;
    private readonly ArticleMemory memory = new();
    private readonly Chunker chunker;
    private readonly ActorReader actors;
    private readonly EventReader events;

    public ArticleReader(Knowledge knowledge, SubjectSigns signs, string text, List<Token> tokens, List<Sentence> sentences, DateOnly? published)
    {
        this.knowledge = knowledge;
        this.signs = signs;
        this.text = text;
        this.tokens = tokens;
        this.sentences = sentences;
        this.published = published;
        chunker = new Chunker(knowledge);
        actors = new ActorReader(knowledge, memory);
        events = new EventReader(knowledge, memory);
    }

    public IReadOnlyList<Mention> Read()
    {
        if (!HasTrigger())
            return [];
        var settle = new Settling(knowledge, published);
        var found = new List<Candidate>();
        foreach (var sentence in sentences)
        {
            var reading = Parse(sentence);
            if (reading is null)
                continue;
            var candidates = events.Read(reading);
            settle.Apply(reading, candidates, signs.Find(reading.Tokens));
            found.AddRange(Joining.WithinSentence(candidates));
            settle.Remember(reading);
        }

        return MentionMaker.Make(Joining.WithinArticle(found), settle.Topics(found), text);
    }

    private bool HasTrigger()
    {
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(tokens))
        {
            if (token.Word is { } word && (word.IsTrigger || (word.Lemma is not null && knowledge.Direct.ContainsKey(word.Lemma))))
                return true;
        }

        return false;
    }

    private Reading? Parse(Sentence sentence)
    {
        var span = CollectionsMarshal.AsSpan(tokens)[sentence.First..sentence.Last];
        var reading = new Reading(text, sentence, span.ToArray());
        NameFinder.Find(reading, knowledge, published?.Year);
        Tagger.Run(reading.Tokens);
        chunker.Run(reading);
        actors.Run(reading);
        return reading;
    }
}
