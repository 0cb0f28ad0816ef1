using Microsoft.Extensions.Logging;

namespace Parley.Platform.Security;

/// <summary>The keys that a service takes: those of its file, which is read again when it changes.</summary>
internal sealed class ApiKeys(string path, ILogger<ApiKeys> log, TimeProvider time)
{
    private readonly WatchedFile<Dictionary<string, ApiKey>> _byHash = new(
        path, file => ApiKeyFile.Parse(File.ReadLines(file)).ToDictionary(k => k.Hash), log, time);

    /// <summary>The key that a caller presents; null where it is none of ours.</summary>
    public ApiKey? Find(string secret) => _byHash.Value.GetValueOrDefault(ApiKey.HashOf(secret));
}
