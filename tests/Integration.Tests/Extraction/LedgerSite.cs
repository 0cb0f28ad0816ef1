using Parley.Protocol.Extraction.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Extraction;

/// <summary>A running Extraction that has heard the story: the earliest announcement last of all, on 9 March.</summary>
public sealed class LedgerSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    internal LedgerService.LedgerServiceClient Ledger { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await Site.OnRabbitMqAsync();
        var extraction = await Site.StartExtractionAsync();
        Ledger = new(extraction.Channel);
        foreach (var article in Dispatches.Story.Where(a => a != Dispatches.AnnouncedEarlier))
            await Site.TakeInAsync(extraction, [article]);
        await Site.TakeInAsync(extraction, [Dispatches.AnnouncedEarlier with { ReceivedAt = new DateTimeOffset(2024, 3, 9, 0, 0, 0, TimeSpan.Zero) }]);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
