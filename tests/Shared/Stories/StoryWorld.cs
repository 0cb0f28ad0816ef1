namespace Parley.Tests.Stories;

/// <summary>Storylines that share actors and weeks, with all that was published of them.</summary>
/// <param name="Storylines">One, and mostly some that distract from it.</param>
/// <param name="Articles">In the order of arrival.</param>
internal sealed record StoryWorld(IReadOnlyList<Storyline> Storylines, IReadOnlyList<StoryArticle> Articles);
