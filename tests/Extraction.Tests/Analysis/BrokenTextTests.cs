using System.Text;
using Parley.Extraction.Analysis;
using Parley.Tests;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>
/// Sentences cut off, spliced, and strewn with marks and stray words, as feeds and scrapers hand them over: each is read, and evidence lies in the text. One
/// that could not be read would keep its whole article out of the ledger.
/// </summary>
public sealed class BrokenTextTests
{
    private const int Texts = 12_000;

    private static readonly string[] Strays =
    [
        "***", "—", "( )", "\"\"", "...", "It", "He", "They", "- - -", ",", ";", "1998", "\"It is.\"", "Truce.", "Talks", "and", "of", "by", "with", "between", "the",
        "It broke it.", "who", "which", "that", "to", "; he said", "'s", "’", "(Reuters)", "not", "would", "invited to", "\n\n", "on Monday", "the truce", "agreed",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_left_of_a_text_is_read(int seed)
    {
        var random = new Random(seed);
        string[] sentences = [.. Seeds.Submissions.SelectMany(s => s.Text.Split(". ", StringSplitOptions.RemoveEmptyEntries)).Select(s => s + ".")];
        for (var i = 0; i < Texts; i++)
        {
            var text = Spliced(sentences, random);
            var article = new ArticleText(text, random.Next(4) == 0 ? Strays[random.Next(Strays.Length)] : null, new DateTimeOffset(1999, 3, 5, 12, 0, 0, TimeSpan.Zero));

            var mentions = Should.NotThrow(() => random.Next(20) == 0 ? Analyzer.Default.Explain(article).Mentions : Analyzer.Default.Analyze(article).Mentions, text);

            foreach (var mention in mentions)
                text[mention.Evidence.Start..mention.Evidence.End].ShouldBe(mention.Evidence.Text);
        }
    }

    private static string Spliced(string[] sentences, Random random)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 7); left > 0; left--)
        {
            text.Append(Spoilt(sentences[random.Next(sentences.Length)], random)).Append(random.Next(8) == 0 ? "\n\n" : " ");
            if (random.Next(6) == 0)
                text.Append(Strays[random.Next(Strays.Length)]).Append(random.Next(2) == 0 ? ". " : " ");
        }

        return text.ToString();
    }

    private static string Spoilt(string sentence, Random random)
    {
        var words = sentence.Split(' ').ToList();
        switch (random.Next(5))
        {
            case 0: return sentence[random.Next(sentence.Length)..];
            case 1: return sentence[..random.Next(sentence.Length)];
            case 2:
                for (var left = random.Next(1, 4); left > 0; left--)
                    words.Insert(random.Next(words.Count + 1), Strays[random.Next(Strays.Length)]);
                return string.Join(' ', words);
            case 3:
                for (var left = random.Next(1, 4); left > 0 && words.Count > 1; left--)
                    words.RemoveAt(random.Next(words.Count));
                return string.Join(' ', words);
            default: return sentence;
        }
    }
}
