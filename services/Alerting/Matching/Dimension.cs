namespace Parley.Alerting.Matching;

/// <summary>The kinds of keys by which subscriptions are found.</summary>
internal enum Dimension
{
    Actor,
    Pair,
    Country,
    Place,
    Topic,
    Word,
}
