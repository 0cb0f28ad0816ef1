namespace Parley.Tests.Stories;

/// <summary>Chance, the same for the same seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>From the least to the greatest, both inclusive.</summary>
    public int Number(int least, int greatest) => random.Next(least, greatest + 1);

    public bool Chance(double probability) => random.NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];

    public IReadOnlyList<T> Some<T>(IEnumerable<T> all, int count)
    {
        var array = all.ToArray();
        random.Shuffle(array);
        return array[..Math.Min(count, array.Length)];
    }
}
