namespace Parley.Benchmarks;

/// <summary>One bench of <c>./parley bench</c>: what belongs together is measured in one run.</summary>
internal interface IBench
{
    /// <summary>The word to ask for it by.</summary>
    string Name { get; }

    /// <summary>Measures.</summary>
    /// <param name="isShort">Within a minute, and less exactly.</param>
    IReadOnlyList<Figure> Measure(bool isShort);
}
