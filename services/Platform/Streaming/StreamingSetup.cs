using Microsoft.Extensions.DependencyInjection;
using Parley.Platform.Hosting;
using Parley.Platform.Storage;

namespace Parley.Platform.Streaming;

/// <summary>Adds streams of a database's log to a service.</summary>
public static class StreamingSetup
{
    /// <summary>Adds <see cref="LogWatch{TRow, TDatabase}"/> for a log; whoever writes to it sets <see cref="ServiceDatabase.LogWritten"/> after the commit.</summary>
    public static void AddLogWatch<TRow, TDatabase, TLog>(this ParleyBuilder parley)
        where TRow : class, ILogRow
        where TDatabase : ServiceDatabase
        where TLog : class, ILog<TRow>
    {
        parley.Services.AddSingleton<TLog>();
        parley.Services.AddSingleton<ILog<TRow>>(provider => provider.GetRequiredService<TLog>());
        parley.Services.AddSingleton<LogFeed<TDatabase>>();
        parley.Services.AddHostedService(provider => provider.GetRequiredService<LogFeed<TDatabase>>());
        parley.Services.AddSingleton<LogTail<TRow, TDatabase>>();
        parley.Services.AddHostedService(provider => provider.GetRequiredService<LogTail<TRow, TDatabase>>());
        parley.Services.AddSingleton<LogWatch<TRow, TDatabase>>();
    }
}
