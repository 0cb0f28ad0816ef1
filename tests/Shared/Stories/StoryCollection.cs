using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>Makes worlds of stories: the same for the same seed, to the byte.</summary>
internal static class StoryCollection
{
    /// <summary>Stories of one cast begin in different thirds of years, so that no story of one world is told in the words of another's.</summary>
    private const int SlotsAYear = 3;

    private const double HasADistraction = 0.75;

    /// <summary>Worlds with this many storylines together, or one or two more.</summary>
    public static IReadOnlyList<StoryWorld> Make(int seed, int storylines)
    {
        var knowledge = StoryKnowledge.Default;
        var slots = new Dice(seed).Some(
            knowledge.Casts.SelectMany(c => Enumerable.Range(c.From * SlotsAYear, (c.To - c.From + 1) * SlotsAYear).Select(slot => (Cast: c, Slot: slot))), int.MaxValue);
        var worlds = new List<StoryWorld>();
        for (int i = 0, made = 0; made < storylines; made += worlds[i].Storylines.Count, i++)
        {
            if (i == slots.Count) throw new InvalidOperationException($"{knowledge.Casts.Count} casts have no more years for stories.");
            worlds.Add(World(new Dice((seed * 100_003) + i), $"w{seed}-{i}", slots[i].Cast, slots[i].Slot));
        }

        return worlds;
    }

    private static StoryWorld World(Dice dice, string id, Cast cast, int slot)
    {
        var knowledge = StoryKnowledge.Default;
        var from = new DateOnly(slot / SlotsAYear, 1 + (slot % SlotsAYear * (12 / SlotsAYear)), 1).AddDays(dice.Number(0, 85));
        var isOfTruce = cast.IsWar && dice.Chance(0.7);
        var main = Tell(new Plot($"{id}a", cast, from, dice), isOfTruce ? TruceShapes.All : TalksShapes.All);
        List<Storyline> all = [main];
        // Two stories of the same talks in the same week would be one for any reader.
        if (main.Events.All(e => e.Type == EntryType.Ceasefire) && dice.Chance(0.4)) all.Add(Tell(new Plot($"{id}b", cast, from.AddDays(dice.Number(0, 6)), dice), TalksShapes.All));
        for (var i = 0; i < 2 && dice.Chance(HasADistraction); i++)
            if (Neighbour(dice, knowledge, cast, i) is { } beside)
                all.Add(Tell(new Plot($"{id}{(char)('c' + i)}", beside, from.AddDays(dice.Number(0, 8)), dice), TalksShapes.Brief));

        return new StoryWorld(all, new Reporter(knowledge, dice).Report(all));
    }

    /// <summary>One of the two with someone else; null where that one is not received anywhere.</summary>
    private static Cast? Neighbour(Dice dice, StoryKnowledge knowledge, Cast cast, int number)
    {
        var actor = number == 0 ? cast.First : cast.Second;
        if (actor.Capital is null) return null;
        var others = knowledge.Neighbours.Where(n => n.Id != cast.First.Id && n.Id != cast.Second.Id && n.Id != cast.Mediator?.Id).ToList();
        return cast with { IsWar = false, First = dice.Pick(others), Second = actor, Area = null, Mediator = null };
    }

    private static Storyline Tell(Plot plot, IReadOnlyList<Shape> shapes)
    {
        var fitting = shapes.Where(s => (plot.Cast.IsWar || !s.IsOfWar) && (plot.HasPeople || !s.IsOfPeople)).ToList();
        var number = plot.Dice.Number(1, fitting.Sum(s => s.Weight));
        var shape = fitting.First(s => (number -= s.Weight) <= 0);
        shape.Write(plot);
        return plot.Tell(shape.Name);
    }
}
