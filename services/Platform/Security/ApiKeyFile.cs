using Parley.Contracts;
using Parley.Protocol.Type.V1;

namespace Parley.Platform.Security;

/// <summary>
/// The file of keys: a key a line, as <c>name scope,scope sha256</c>; what follows a <c>#</c> is for people. It holds no key, only hashes.
/// </summary>
public static class ApiKeyFile
{
    private const int HashLength = 64;

    private static readonly string[] Scopes = [.. WireWord.All<Scope>().Skip(1)];

    /// <summary>What a key may be given: <c>read</c>, <c>ingest</c>, <c>subscribe</c>, <c>edit</c>.</summary>
    public static IReadOnlyList<string> ScopeWords => Scopes;

    /// <summary>Reads the lines of a file.</summary>
    /// <exception cref="FormatException">A line is wrong; the message has its number.</exception>
    public static IReadOnlyList<ApiKey> Parse(IEnumerable<string> lines)
    {
        var keys = new List<ApiKey>();
        foreach (var (number, line) in lines.Index())
        {
            var text = line.Split('#')[0].Trim();
            if (text.Length == 0)
                continue;
            var key = ParseLine(text, number + 1);
            if (keys.Exists(k => k.Name == key.Name))
                throw new FormatException($"line {number + 1}: the name {key.Name} is there twice");
            if (keys.Find(k => k.Hash == key.Hash) is { } same)
                throw new FormatException($"line {number + 1}: the key of {key.Name} is that of {same.Name}");
            keys.Add(key);
        }

        return keys;
    }

    /// <summary>The line of a key.</summary>
    public static string Line(ApiKey key) => $"{key.Name} {string.Join(',', key.Scopes.Order().Select(WireWord.Of))} {key.Hash}";

    /// <summary>Whether a key may have this name.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static ApiKey ParseLine(string text, int number)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var name, var scopes, var hash])
            throw new FormatException($"line {number}: wanted are a name, scopes and a hash: desk read,subscribe 9f86d0…");
        if (!IsName(name))
            throw new FormatException($"line {number}: a name has up to 64 letters, digits, '.', '-' and '_'");
        if (hash.Length != HashLength || !hash.All(char.IsAsciiHexDigitLower))
            throw new FormatException($"line {number}: the hash of {name} is not {HashLength} lower-case hexadecimal digits; a key itself does not belong here");
        return new ApiKey(name, scopes.Split(',').Select(s => ParseScope(s, number)).ToHashSet(), hash);
    }

    private static Scope ParseScope(string word, int number) => Scopes.Contains(word)
        ? WireWord.Parse<Scope>(word)
        : throw new FormatException($"line {number}: '{word}' is no scope; there are {string.Join(", ", Scopes)}");
}
