namespace Parley.Alerting.Matching;

/// <summary>The subscriptions at one key: an actor, a pair, a place, a topic, a word.</summary>
/// <param name="rank">
/// Its place in the order of keys: of several keys of a subscription that a change has, the one of the lowest rank hands it out. Keys that are known at once
/// have their ranks by how many ask for them.
/// </param>
/// <param name="forget">Takes the key away.</param>
internal sealed class PostingList(int rank, Action forget)
{
    /// <summary>The sign that every change has.</summary>
    public const ulong AnySign = 1UL << Signs;

    private const int Signs = 63;

    /// <summary>Its place in the order of keys.</summary>
    public int Rank => rank;

    /// <summary>Its own bit; 0 where it has none. Subscriptions that share it with a later key are thereby told apart without looking at each.</summary>
    public ulong Bit { get; } = rank < ChangeBits.Keys ? 1UL << rank : 0;

    /// <summary>A bit that it may share with other keys: where a change has not the sign, it has not the key.</summary>
    public ulong Sign { get; } = 1UL << (rank % Signs);

    /// <summary>How many subscriptions ask for the key, whether they are posted here or at a rarer one.</summary>
    public int Asked { get; set; }

    /// <summary>What is posted now.</summary>
    public Postings Now { get; set; } = Postings.None;

    /// <summary>Takes the key away.</summary>
    public void Forget() => forget();
}
