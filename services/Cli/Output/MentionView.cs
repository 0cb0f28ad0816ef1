using System.Globalization;
using Parley.Contracts;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>What a text says of talks and ceasefires, for people.</summary>
internal static class MentionView
{
    public static void Show(IAnsiConsole console, string id, IReadOnlyList<Mention> mentions)
    {
        AlertView.Heading(console, mentions.Count == 0 ? $"{id}: nothing of talks or ceasefires" : id);
        foreach (var mention in mentions)
        {
            var entry = AsEntry(mention);
            var colour = AlertView.Colour(mention.Status);
            var background = mention.Background ? ", background" : "";
            console.MarkupLine(string.Create(CultureInfo.InvariantCulture,
                $"[{colour}]●[/] [bold]{AlertView.Words(mention.Type).ToUpperInvariant()}[/] [{colour}]{AlertView.Words(mention.Status)}[/]{background}  [grey]confidence {mention.Confidence:0.00}[/]"));
            AlertView.ShowWhat(console, entry, mention.Evidence);
            console.WriteLine();
        }
    }

    /// <summary>The state that an entry of this mention alone would have.</summary>
    private static Entry AsEntry(Mention mention) => new()
    {
        Id = "",
        Type = mention.Type,
        Kind = mention.Kind,
        Status = mention.Status,
        Participants = mention.Participants,
        Place = mention.Place,
        Start = mention.Start,
        End = mention.End,
        StartPrecision = mention.StartPrecision,
        Topics = mention.Topics,
        History = [],
    };
}
