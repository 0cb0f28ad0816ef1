using Microsoft.Extensions.Logging.Abstractions;
using Parley.Platform.Security;

namespace Parley.Platform.Tests.Security;

public sealed class Files_that_change : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly Clock _clock = new();
    private int _reads;
    private int _writes;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void What_has_changed_is_read_again_after_a_second()
    {
        var file = Watch("one");
        file.Value.ShouldBe("one");
        Write("two");

        file.Value.ShouldBe("one");
        _clock.Advance();

        file.Value.ShouldBe("two");
    }

    [Fact]
    public void What_has_not_changed_is_not_read_again()
    {
        var file = Watch("one");
        for (var i = 0; i < 5; i++)
        {
            file.Value.ShouldBe("one");
            _clock.Advance();
        }

        _reads.ShouldBe(1);
    }

    [Fact]
    public void What_can_no_longer_be_read_stays_as_it_was_until_it_can()
    {
        var file = Watch("one");
        file.Value.ShouldBe("one");
        Write("");
        _clock.Advance();

        file.Value.ShouldBe("one");
        Write("three");
        _clock.Advance();

        file.Value.ShouldBe("three");
    }

    private WatchedFile<string> Watch(string text)
    {
        Write(text);
        return new WatchedFile<string>(_path, Read, NullLogger.Instance, _clock);
    }

    private string Read(string path)
    {
        _reads++;
        return File.ReadAllText(path) is { Length: > 0 } text ? text : throw new FormatException("empty");
    }

    private void Write(string text)
    {
        File.WriteAllText(_path, text);
        // Each write has a time of its own, however coarse the file system's clock is.
        File.SetLastWriteTimeUtc(_path, DateTime.UnixEpoch.AddSeconds(++_writes));
    }

    private sealed class Clock : TimeProvider
    {
        private long _seconds = 1;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds;

        public void Advance() => _seconds++;
    }
}
