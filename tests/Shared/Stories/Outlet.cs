namespace Parley.Tests.Stories;

/// <summary>Who publishes.</summary>
/// <param name="Name">As readers know it.</param>
/// <param name="Offset">Its clock.</param>
internal sealed record Outlet(string Name, TimeSpan Offset)
{
    /// <summary>Its name in ids.</summary>
    public string Slug => Name.ToLowerInvariant().Replace(' ', '-');
}
