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
    private readonly ArticleMemory memory;
    private readonly Chunker chunker;
    private readonly ActorReader actors;
    private readonly EventReader events;
    private readonly SpokenOf spoken;
    private readonly ReadingBuffers buffers;
    private ExplanationMaker? explanation;

    public ArticleReader(Knowledge knowledge, SubjectSigns signs, string text, string? title, ReadingBuffers buffers, DateOnly? published)
    {
        this.buffers = buffers;
        this.knowledge = knowledge;
        this.signs = signs;
        this.text = text;
        this.title = title;
        tokens = buffers.Tokens;
        sentences = buffers.Sentences;
        this.published = published;
        var rules = buffers.Rules(knowledge);
        (memory, chunker, actors, events, spoken) = (rules.Memory, rules.Chunker, rules.Actors, rules.Events, rules.Spoken);
    }

    public IReadOnlyList<Mention> Read() => Read(out _);

    /// <summary>Reads it as <see cref="Read()"/> does, and says what each stage made of it.</summary>
    public Explanation Explain(bool passed, bool truncated)
    {
        explanation = new ExplanationMaker(knowledge, text, tokens);
        var mentions = Read(out var joined);
        return explanation.Make(sentences, joined, mentions, passed, truncated);
    }

    private IReadOnlyList<Mention> Read(out List<Candidate> joined)
    {
        ReadTitle();
        var readings = sentences.ConvertAll(Named);
        NameSurnames(readings);
        FamilyNames.Name(readings);
        Namesakes.Settle(readings, knowledge);
        (memory.Sides, memory.Readings) = (Sides.Of(readings, knowledge), readings);
        var dateline = Dateline.Of(knowledge, text, CollectionsMarshal.AsSpan(tokens), sentences, published);
        memory.Dateline = dateline.Place;
        if (explanation is not null)
            (explanation.Dateline, explanation.Sides) = (dateline, memory.Sides);
        var settle = new Settling(knowledge, memory, readings, published, dateline.Day ?? published);
        var found = new List<Candidate>();
        foreach (var reading in readings)
        {
            memory.Number++;
            Complete(reading, chunker, actors);
            var candidates = events.Read(reading);
            var sign = candidates.Count > 0 || explanation is not null ? signs.Find(reading.Tokens) : null;
            settle.Apply(reading, candidates, sign);
            explanation?.Keep(reading, sign, candidates);
            found.AddRange(Joining.WithinSentence(candidates));
            spoken.Note(reading);
        }

        if (explanation is not null)
            settle.ReadRest();
        joined = Joining.WithinArticle(found, dateline.Day ?? published);
        settle.ShareDays(joined);
        EarlierSteps.Settle(joined);
        LateStarts.Add(joined);
        TruceSteps.Settle(joined);
        settle.ShareTopics(joined);
        return MentionMaker.Make(joined, text);
    }

    /// <summary>A surname alone is that of the person whom the article names in full, not of a better known bearer.</summary>
    private static void NameSurnames(List<Reading> readings)
    {
        var full = new Dictionary<string, NameEntry>(StringComparer.Ordinal);
        foreach (var reading in readings)
        {
            foreach (var name in reading.Names)
            {
                if (name.Entry.Kind == NameKind.Person && name.Last - name.First > 1 && reading.Tokens[name.Last - 1].Word is { } surname)
                    full.TryAdd(surname.Text, name.Entry);
            }

            if (full.Count > 0)
                NameBareSurnames(reading, full);
        }

        foreach (var reading in readings)
        {
            for (var i = 0; i < reading.Names.Count; i++)
            {
                var name = reading.Names[i];
                if (name.Entry.Kind == NameKind.Person && name.Last - name.First == 1 && reading.Tokens[name.First].Word is { } alone && full.TryGetValue(alone.Text, out var entry))
                    reading.Names[i] = name with { Entry = entry };
            }
        }
    }

    /// <summary>"with Adams": a surname that the lists leave to nobody is that of the man whom the article has named in full.</summary>
    private static void NameBareSurnames(Reading reading, Dictionary<string, NameEntry> full)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] is not { Capital: true, Mark: Mark.Word, Word: { IsOfPerson: true, Classes: WordClass.None } word } || tokens[i].Tag == Tag.Name || !full.TryGetValue(word.Text, out var entry))
                continue;

            // Another of the name, or a name that only holds it: "Bryan Adams", "Adams County".
            if ((i > 0 && tokens[i - 1] is { Capital: true, Mark: Mark.Word } before && (before.Tag == Tag.Name || before.Word is null or { IsOfPerson: true, EndsOffice: false })) || (i + 1 < tokens.Length && tokens[i + 1] is { Capital: true, Mark: Mark.Word }))
                continue;
            tokens[i].Tag = Tag.Name;
            var at = reading.Names.Count;
            while (at > 0 && reading.Names[at - 1].First > i)
                at--;
            reading.Names.Insert(at, new NameSpan(i, i + 1, entry));
        }
    }

    /// <summary>A headline gives no evidence in the text; it says who and whose man is spoken of.</summary>
    private void ReadTitle()
    {
        if (title is null || title.Length > MaxTitle)
            return;
        var words = Tokenizer.Tokenize(title, title.Length, knowledge.Words);
        foreach (var sentence in SentenceSplitter.Split(title, words))
            spoken.Note(Parse(knowledge, buffers, title, CollectionsMarshal.AsSpan(words)[sentence.First..sentence.Last], sentence, published?.Year, chunker, actors));
    }

    /// <summary>Names first, for all sentences: who the article's two sides are is known before the first one is read.</summary>
    private Reading Named(Sentence sentence) =>
        Named(knowledge, buffers, text, CollectionsMarshal.AsSpan(tokens)[sentence.First..sentence.Last], sentence, published?.Year, explanation is not null && ExplanationMaker.Covers(sentence));

    internal static Reading ParseFor(Knowledge knowledge, string text, List<Token> tokens, Sentence sentence) =>
        Parse(knowledge, new ReadingBuffers(), text, CollectionsMarshal.AsSpan(tokens)[sentence.First..sentence.Last], sentence, null, new Chunker(knowledge), new ActorReader(knowledge, new ArticleMemory()));

    private static Reading Parse(Knowledge knowledge, ReadingBuffers buffers, string text, ReadOnlySpan<Token> tokens, Sentence sentence, int? year, Chunker chunker, ActorReader actors)
    {
        var reading = Named(knowledge, buffers, text, tokens, sentence, year);
        Complete(reading, chunker, actors);
        return reading;
    }

    private static Reading Named(Knowledge knowledge, ReadingBuffers buffers, string text, ReadOnlySpan<Token> tokens, Sentence sentence, int? year, bool explain = false)
    {
        var reading = buffers.Reading(text, sentence, tokens);
        reading.Notes = explain ? [] : null;
        NameFinder.Find(reading, knowledge, year);
        return reading;
    }

    private static void Complete(Reading reading, Chunker chunker, ActorReader actors)
    {
        Tagger.Run(reading.Tokens);
        chunker.Run(reading);
        actors.Run(reading);
    }
}
