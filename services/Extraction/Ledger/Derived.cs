namespace Parley.Extraction.Ledger;

/// <summary>What has been worked out of a record, to keep with it, and is no part of what it says: any two are equal.</summary>
internal struct Derived<T> : IEquatable<Derived<T>>
    where T : class
{
    /// <summary>Null where it has not been worked out.</summary>
    public T? Value { get; set; }

    public readonly bool Equals(Derived<T> other) => true;

    public override readonly bool Equals(object? obj) => obj is Derived<T>;

    public override readonly int GetHashCode() => 0;
}
