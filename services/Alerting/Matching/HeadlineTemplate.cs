using System.Text;

namespace Parley.Alerting.Matching;

/// <summary>Words with places in braces, each of which is filled with what is known of a change.</summary>
internal sealed class HeadlineTemplate
{
    private readonly List<(string Literal, Func<HeadlineFacts, string>? Fact)> _parts = [];

    /// <exception cref="InvalidOperationException">The template names what is no fact: the table that it is from is wrong.</exception>
    public HeadlineTemplate(string template)
    {
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            var literal = open < 0 ? template[at..] : template[at..open];
            var close = open < 0 ? template.Length : template.IndexOf('}', open);
            _parts.Add((literal, open < 0 ? null : HeadlineFacts.Named(template[(open + 1)..close])));
            at = close + 1;
        }
    }

    public string Fill(HeadlineFacts facts)
    {
        var text = new StringBuilder(128);
        foreach (var (literal, fact) in _parts)
            text.Append(literal).Append(fact?.Invoke(facts));
        return text.ToString();
    }
}
