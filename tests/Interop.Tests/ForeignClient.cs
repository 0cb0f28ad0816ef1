using System.Diagnostics;
using System.Text.Json;
using Parley.Tests;

namespace Parley.Interop.Tests;

/// <summary>A client that others wrote, run once as a process of its own; it says of each behaviour what it saw.</summary>
public abstract class ForeignClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly SemaphoreSlim _once = new(1);
    private Dictionary<string, Sighting>? _sightings;

    /// <summary>What the service logged as errors while it ran.</summary>
    internal IReadOnlyList<string> Errors { get; private set; } = [];

    /// <summary>Where its script is.</summary>
    protected static string Folder { get; } = Path.Combine(Seeds.Repository, "tests", "Interop.Tests");

    /// <summary>Something that its runs call its own, so that two clients do not see each other's alerts.</summary>
    protected abstract (string Name, string Country, string Other, string ActorId) Own { get; }

    /// <summary>Installs what can be installed; fails with the command where something is missing.</summary>
    protected abstract Task PrepareAsync();

    /// <summary>How to start it on a target.</summary>
    protected abstract ProcessStartInfo Command(string target);

    /// <summary>What it saw of a behaviour.</summary>
    internal async Task<Sighting> SawAsync(string behaviour, RunningParley parley)
    {
        await _once.WaitAsync();
        try
        {
            _sightings ??= await RunAsync(parley);
        }
        finally
        {
            _once.Release();
        }

        var sighting = _sightings.GetValueOrDefault(behaviour).ShouldNotBeNull($"{Own.Name} did not come as far as {behaviour}");
        sighting.Error.ShouldBeNull($"{Own.Name} failed at {behaviour}");
        return sighting;
    }

    private async Task<Dictionary<string, Sighting>> RunAsync(RunningParley parley)
    {
        await PrepareAsync();
        var errorsBefore = parley.Log.Errors.Count;
        var command = Command(parley.Target);
        (command.RedirectStandardInput, command.RedirectStandardOutput, command.RedirectStandardError) = (true, true, true);
        using var process = Process.Start(command)!;
        using var patience = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var sightings = new Dictionary<string, Sighting>();
        try
        {
            await process.StandardInput.WriteLineAsync(Parameters());
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                using var json = JsonDocument.Parse(line);
                var seen = json.RootElement.TryGetProperty("seen", out var value) ? value.Clone() : default;
                var error = json.RootElement.TryGetProperty("error", out var message) ? message.GetString() : null;
                sightings.Add(json.RootElement.GetProperty("behaviour").GetString()!, new Sighting(seen, error, await parley.CallsLeftAsync()));
                await process.StandardInput.WriteLineAsync();
            }

            await process.WaitForExitAsync(patience.Token);
            (await errors).ShouldBeEmpty($"{Own.Name} wrote to standard error");
            Errors = [.. parley.Log.Errors.Skip(errorsBefore)];
            return sightings;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private string Parameters()
    {
        var (name, country, other, actorId) = Own;
        return JsonSerializer.Serialize(new
        {
            article = new { id = $"{name}/unary", text = Texts.Unicode, published_at = "2024-03-08T18:00:00+05:45", intake = "INTAKE_BACKFILL" },
            news = new
            {
                id = $"{name}/news",
                text = $"The foreign ministers of {country} and {other} will meet in Geneva on March 8, an official said.",
                published_at = "2024-03-04T09:00:00Z",
                intake = "INTAKE_IMPORT",
            },
            actor = actorId,
            articles = new[]
            {
                new { id = $"{name}/bidi-0", text = "Nothing new." },
                new { id = $"{name}/bidi-1", text = " " },
                new { id = $"{name}/bidi-2", text = "Nothing new either." },
                new { id = $"{name}/bidi-0", text = "Nothing new." },
            },
            large = new { id = $"{name}/gzip", text = Texts.Large, published_at = "2024-03-08", intake = "INTAKE_BACKFILL" },
            megabytes = 20,
        });
    }
}
