using System.CommandLine.Completions;
using Parley.Extraction.Analysis;

namespace Parley.Cli.Actors;

/// <summary>Actors as people type them, and the ids that the services know.</summary>
internal static class ActorNames
{
    /// <summary>Typing errors that a word may hold to be taken for another; short words would all be near one another.</summary>
    private const int MostErrors = 2;
    private const int ShortestGuess = 4;
    private const int MostGuesses = 3;

    /// <summary>
    /// What an actor that was typed stands for. An id or a name that the lists have is that actor, whatever its case and accents. Any other word is
    /// taken as it is, because an actor that no list has goes by an id too.
    /// </summary>
    public static ActorName Resolve(string typed)
    {
        var folded = KnownActor.Fold(typed);
        var byId = KnownActor.All.FirstOrDefault(a => KnownActor.Fold(a.Id) == folded);
        if ((byId ?? KnownActor.All.FirstOrDefault(a => a.Names.Any(n => KnownActor.Fold(n) == folded))) is { } actor)
            return new ActorName(actor.Id, actor.Id == typed ? null : $"{typed} is {actor.Id} ({actor.Name})");

        var near = Near(folded).Select(a => $"{a.Id} ({a.Name})").ToList();
        return new ActorName(typed, near.Count == 0
            ? $"no list has the actor {typed}; it is taken as it is"
            : $"no list has the actor {typed}; it is taken as it is. Did you mean {string.Join(" or ", near)}?");
    }

    /// <summary>Ids, with the names for the shells that show them.</summary>
    public static IEnumerable<CompletionItem> Completions() => KnownActor.All.Select(a => new CompletionItem(a.Id, detail: a.Name));

    private static IEnumerable<KnownActor> Near(string folded) => folded.Length < ShortestGuess
        ? []
        : KnownActor.All
            .Select(a => (Actor: a, Errors: a.Names.Min(n => Errors(folded, KnownActor.Fold(n)))))
            .Where(a => a.Errors <= MostErrors)
            .OrderBy(a => a.Errors).Take(MostGuesses).Select(a => a.Actor);

    /// <summary>Letters to change, add or leave out to make one word of the other (Levenshtein 1966); more than allowed counts as very many.</summary>
    private static int Errors(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostErrors)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
