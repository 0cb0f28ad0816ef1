using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Parley.Interop.Tests;

/// <summary>Keeps what a host logs at Error and above, whatever the category: an error of a caller is none of the operator's.</summary>
internal sealed class LogJournal : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();

    public IReadOnlyList<string> Errors => [.. _errors];

    public ILogger CreateLogger(string categoryName) => new Journal(categoryName, _errors);

    public void Dispose()
    {
    }

    private sealed class Journal(string category, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                errors.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
