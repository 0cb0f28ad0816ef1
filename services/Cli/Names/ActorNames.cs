using System.CommandLine.Completions;
using Parley.Extraction.Analysis;

namespace Parley.Cli.Names;

/// <summary>Actors as people type them, and the ids that the services know.</summary>
internal static class ActorNames
{
    /// <summary>
    /// What an actor that was typed stands for. An id or a name that the lists have is that actor, whatever its case and accents. Any other word is
    /// taken as it is, because an actor that no list has goes by an id too.
    /// </summary>
    public static KnownName Resolve(string typed)
    {
        var folded = KnownActor.Fold(typed);
        var byId = KnownActor.All.FirstOrDefault(a => KnownActor.Fold(a.Id) == folded);
        if ((byId ?? KnownActor.All.FirstOrDefault(a => a.Names.Any(n => KnownActor.Fold(n) == folded))) is { } actor)
            return new KnownName(actor.Id, actor.Id == typed ? null : $"{typed} is {actor.Id} ({actor.Name})");
        return new KnownName(typed, Guesses.Remark("actor", typed, folded, KnownActor.All.Select(a => ($"{a.Id} ({a.Name})", a.Names.Select(KnownActor.Fold)))));
    }

    /// <summary>Ids, with the names for the shells that show them.</summary>
    public static IEnumerable<CompletionItem> Completions() => KnownActor.All.Select(a => new CompletionItem(a.Id, detail: a.Name));
}
