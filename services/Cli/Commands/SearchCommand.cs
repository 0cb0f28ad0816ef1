using System.CommandLine;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Search.V1;

namespace Parley.Cli.Commands;

/// <summary><c>parley search</c>: entries and articles of a running system by words.</summary>
internal static class SearchCommand
{
    private const int LargestPage = 100;

    public static Command Create()
    {
        var words = new Argument<string[]>("words")
        {
            Description = "Words, \"phrases in quotation marks\", or, and -excluded ones (quoted, behind a word); accents and case do not matter.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var actor = FilterOptions.ActorOption<string?>("Only what this party takes part in, by id (TUR, GNA) or name (Turkey).");
        var type = new Option<string?>("--type") { Description = "Only talks, only ceasefires, or only articles.", HelpName = "type" };
        type.AcceptOnlyFromAmong([.. WireWord.All<EntryType>(), SearchView.Article]);
        var page = NumberOption.Create("--page", "Which page, from 1.", 1, int.MaxValue, byDefault: 1);
        var size = NumberOption.Create("--page-size", "How many entries, and how many articles, a page has; 100 at most.", 1, LargestPage, byDefault: 20);
        var address = Clients.AddressOption();
        var json = JsonOption.Create("an entry as in the ledger, an article as {\"id\",\"type\":\"article\",\"title\",\"outlet\",\"url\",\"published_at\",\"snippet\"}");
        var command = new ParleyCommand("search", CommandGroup.Running, "Finds talks, ceasefires and articles by words and parties, the best first.")
        {
            Examples =
            [
                new("./parley search minister visit istanbul", "entries and articles with these words"),
                new("./parley search '\"joint statement\" -sport' --type article", "a phrase, without a word, in articles alone"),
                new("./parley search --actor Turkey --type talks --page 2", "the second page of Turkey's talks"),
                new("./parley search truce --type ceasefire | jq -r .status", "for a script"),
            ],
        };
        command.Add(words);
        foreach (var option in new Option[] { actor, type, page, size, address, json })
            command.Add(option);
        command.SetAction(async (parse, cancellation) =>
        {
            var typed = parse.GetValue(actor);
            var asked = new Asked(
                string.Join(' ', parse.GetValue(words) ?? []), typed is null ? "" : FilterOptions.ActorId(typed), parse.GetValue(type), parse.GetValue(page), parse.GetValue(size));
            using var clients = Clients.Of(parse.GetValue(address));
            return await RunAsync(clients.Search, asked, JsonOption.ForPrograms(parse, json), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(SearchService.SearchServiceClient search, Asked asked, bool json, CancellationToken cancellation)
    {
        var (entries, moreEntries) = asked.Type == SearchView.Article ? ([], false) : await EntriesAsync(search, asked, cancellation);
        var (articles, moreArticles) = asked.Type is null or SearchView.Article ? await ArticlesAsync(search, asked, cancellation) : ([], false);
        if (json)
        {
            foreach (var line in entries.Select(LedgerLines.Of).Concat(articles.Select(SearchView.Line)))
                await Console.Out.WriteLineAsync(line);
        }
        else
        {
            SearchView.Show(Terminal.Out, entries, articles);
        }

        if (entries.Count + articles.Count == 0)
            await Console.Error.WriteLineAsync(asked.Page == 1 ? "nothing was found" : "there are not that many pages");
        if (moreEntries || moreArticles)
            await Console.Error.WriteLineAsync($"there is more: --page {asked.Page + 1}");
        return 0;
    }

    private static async Task<(IReadOnlyList<Entry> Found, bool More)> EntriesAsync(
        SearchService.SearchServiceClient search, Asked asked, CancellationToken cancellation)
    {
        var request = new SearchEntriesRequest { Query = asked.Words, Actor = asked.Actor, PageSize = asked.PageSize };
        if (asked.Type is { } type)
            request.Type = WireWord.Parse<EntryType>(type).ToProto<EntryType, Protocol.Type.V1.EntryType>();
        for (var page = 1; ; page++)
        {
            var found = await search.SearchEntriesAsync(request, cancellationToken: cancellation);
            request.PageToken = found.NextPageToken;
            if (page == asked.Page)
                return ([.. found.Entries.Select(e => e.ToDomain())], request.PageToken.Length > 0);
            if (request.PageToken.Length == 0)
                return ([], false);
        }
    }

    private static async Task<(IReadOnlyList<ArticleHit> Found, bool More)> ArticlesAsync(
        SearchService.SearchServiceClient search, Asked asked, CancellationToken cancellation)
    {
        var request = new SearchArticlesRequest { Query = asked.Words, Actor = asked.Actor, PageSize = asked.PageSize };
        for (var page = 1; ; page++)
        {
            var found = await search.SearchArticlesAsync(request, cancellationToken: cancellation);
            request.PageToken = found.NextPageToken;
            if (page == asked.Page)
                return (found.Articles, request.PageToken.Length > 0);
            if (request.PageToken.Length == 0)
                return ([], false);
        }
    }

    private sealed record Asked(string Words, string Actor, string? Type, int Page, int PageSize);
}
