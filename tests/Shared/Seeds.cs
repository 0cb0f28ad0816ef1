using System.Text.Json;
using Parley.Contracts;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Tests;

/// <summary>The sample dispatches of the repository, in the order of their publication.</summary>
internal static class Seeds
{
    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder of the dispatches.</summary>
    public static string Folder { get; } = Path.Combine(Repository, "seeds");

    /// <summary>As callers submit them.</summary>
    public static IReadOnlyList<ArticleSubmission> Submissions { get; } = Read();

    /// <summary>One story of them as Ingestion tells the other services of it, each dispatch received an hour after its publication.</summary>
    public static IReadOnlyList<Article> Libya { get; } = [.. Submissions.Where(s => s.Id.StartsWith("libya-2020/", StringComparison.Ordinal)).Select(s => new Article
    {
        Id = s.Id,
        Text = s.Text,
        Outlet = s.Outlet,
        PublishedAt = PublicationTime.Parse(s.PublishedAt)!.Value,
        PublishedBasis = PublishedBasis.Given,
        ReceivedAt = PublicationTime.Parse(s.PublishedAt)!.Value.AddHours(1),
        Intake = Intake.Import,
    })];

    private static IReadOnlyList<ArticleSubmission> Read()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json")));
        return [.. manifest.RootElement.EnumerateArray().Select(entry => new ArticleSubmission
        {
            Id = entry.GetProperty("file").GetString(),
            Text = File.ReadAllText(Path.Combine(Folder, entry.GetProperty("file").GetString()!)),
            PublishedAt = entry.GetProperty("published_at").GetString(),
            Outlet = entry.GetProperty("outlet").GetString(),
            Intake = Protocol.Type.V1.Intake.Import,
        }).OrderBy(s => PublicationTime.Parse(s.PublishedAt))];
    }

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "global.json")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return folder;
    }
}
