using System.Runtime.InteropServices;
using Microsoft.Extensions.ObjectPool;
using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Reads an article and says which talks and ceasefires it tells of. Pure, thread-safe, linear in the length of the text.</summary>
public sealed class Analyzer
{
    /// <summary>The version of the rules and the knowledge; each mention and entry made by them names it.</summary>
    public const string RulesVersion = "7";

    /// <summary>What is read of a text, in UTF-16 code units; the rest is not.</summary>
    public const int MaxLength = 200_000;

    /// <summary>What is explained of a text, in UTF-16 code units: the sentences that begin there.</summary>
    public const int MaxExplained = 20_000;

    private static readonly Lazy<Analyzer> Shared = new(() => new Analyzer(Knowledge.Load()));

    private readonly Knowledge knowledge;
    private readonly SubjectSigns signs;
    private readonly ObjectPool<ReadingBuffers> buffers = new DefaultObjectPoolProvider().Create(new ReadingBuffersPolicy());

    private Analyzer(Knowledge knowledge)
    {
        this.knowledge = knowledge;
        signs = new SubjectSigns(knowledge);
    }

    /// <summary>The analyzer with the program's knowledge, loaded on first use.</summary>
    public static Analyzer Default => Shared.Value;

    /// <summary>The mentions of an article.</summary>
    public Analysis Analyze(ArticleText article)
    {
        var length = Length(article.Text);
        var own = buffers.Get();
        Tokenizer.Tokenize(article.Text, length, knowledge.Words, own.Tokens);
        IReadOnlyList<Mention> mentions = MaySpeakOfEvents(own.Tokens) ? Reader(article, own).Read() : [];

        // After an exception they are left to the garbage collector: what is in them is not known then.
        buffers.Return(own);
        return new Analysis(mentions, length < article.Text.Length);
    }

    /// <summary>What each stage made of an article, and why its triggers gave mentions or did not; the mentions are those of <see cref="Analyze"/>.</summary>
    public Explanation Explain(ArticleText article)
    {
        var own = new ReadingBuffers();
        var length = Length(article.Text);
        Tokenizer.Tokenize(article.Text, length, knowledge.Words, own.Tokens);
        return Reader(article, own).Explain(MaySpeakOfEvents(own.Tokens), length < article.Text.Length);
    }

    private ArticleReader Reader(ArticleText article, ReadingBuffers own)
    {
        SentenceSplitter.Split(article.Text, own.Tokens, own.Sentences);
        return new ArticleReader(knowledge, signs, article.Text, article.Title, own, Day(article.PublishedAt));
    }

    /// <summary>Every expression of a day or a period in an article, in the order of the text.</summary>
    public IReadOnlyList<DateExpression> Dates(ArticleText article)
    {
        var tokens = Tokenizer.Tokenize(article.Text, Length(article.Text), knowledge.Words);
        var found = new List<DateExpression>();
        DateOnly? told = Day(article.PublishedAt);
        foreach (var sentence in SentenceSplitter.Split(article.Text, tokens))
        {
            var words = CollectionsMarshal.AsSpan(tokens)[sentence.First..sentence.Last];
            var dates = DateFinder.Find(article.Text, words, Day(article.PublishedAt), future: false);
            RelativeDays.Add(article.Text, words, () => told, dates);
            told = dates.FindLast(d => d is { Precision: Parley.Contracts.DatePrecision.Day, From: not null })?.From ?? told;
            found.AddRange(dates);
        }

        return found;
    }

    /// <summary>Most news speaks of neither talks nor ceasefires, or of nobody who could hold them: it is not parsed.</summary>
    private static bool MaySpeakOfEvents(List<Token> tokens)
    {
        var (events, names) = (false, false);
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(tokens))
        {
            if (token.Word is not { } word)
                continue;
            events |= word.IsTrigger || word.IsTriggerVerb;
            names |= token.Capital && word.StartsName;
            if (events && (names || word.IsTrigger))
                return true;
        }

        return false;
    }

    private static int Length(string text)
    {
        if (text.Length <= MaxLength)
            return text.Length;
        return char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
    }

    private static DateOnly? Day(DateTimeOffset? at) => at is { } time ? DateOnly.FromDateTime(time.DateTime) : null;
}
