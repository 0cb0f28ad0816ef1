using Microsoft.Extensions.Logging;

namespace Parley.Platform.Security;

/// <summary>What a file says, read again when the file changes, so that keys and certificates are renewed without a restart.</summary>
/// <param name="path">The file.</param>
/// <param name="read">Reads it. What it throws keeps the last good value, and is logged.</param>
/// <param name="log">Where changes and failures go.</param>
/// <param name="time">The clock.</param>
internal sealed class WatchedFile<T>(string path, Func<string, T> read, ILogger log, TimeProvider time)
    where T : class
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _reading = new();
    private T? _value;
    private DateTime _written;
    private long _looked;

    /// <summary>What the file says, or said at most a second ago.</summary>
    /// <exception cref="IOException">It has never been read, and cannot be.</exception>
    public T Value
    {
        get
        {
            lock (_reading)
            {
                if (_value is not null && time.GetElapsedTime(_looked) < Interval)
                    return _value;
                _looked = time.GetTimestamp();
                return _value = Read(_value);
            }
        }
    }

    private T Read(T? last)
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (last is not null && written == _written)
                return last;
            var value = read(path);
            _written = written;
            if (last is not null)
                log.LogInformation("{File} has changed and was read again", path);
            return value;
        }
        catch (Exception e) when (last is not null)
        {
            log.LogWarning("{File} has changed and cannot be read, what it said before stays: {Reason}", path, e.Message);
            return last;
        }
    }
}
