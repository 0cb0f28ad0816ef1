using Parley.Platform.Security;
using Parley.Protocol.Type.V1;

namespace Parley.Platform.Tests.Security;

public sealed class The_file_of_keys
{
    private static readonly string Hash = ApiKey.HashOf("parley_a");

    [Fact]
    public void A_key_is_written_and_read_back()
    {
        var key = new ApiKey("news.desk-1", new HashSet<Scope> { Scope.Read, Scope.Subscribe }, Hash);

        var read = ApiKeyFile.Parse(["# name scopes sha256", "", ApiKeyFile.Line(key) + "   # the desk's"]).ShouldHaveSingleItem();

        (read.Name, read.Hash).ShouldBe((key.Name, key.Hash));
        read.Scopes.ShouldBe(key.Scopes, ignoreOrder: true);
    }

    [Fact]
    public void Scopes_are_the_words_of_the_proto() => ApiKeyFile.ScopeWords.ShouldBe(["read", "ingest", "subscribe", "edit"]);

    [Theory]
    [InlineData("desk read", "line 2: wanted are a name, scopes and a hash")]
    [InlineData("desk write {0}", "line 2: 'write' is no scope; there are read, ingest, subscribe, edit")]
    [InlineData("desk unspecified {0}", "line 2: 'unspecified' is no scope")]
    [InlineData("d\u00e9sk read {0}", "line 2: a name has")]
    [InlineData("desk read parley_secret", "line 2: the hash of desk is not 64 lower-case hexadecimal digits")]
    [InlineData("first read 0000000000000000000000000000000000000000000000000000000000000000", "line 2: the name first is there twice")]
    [InlineData("second read {0}", "line 2: the key of second is that of first")]
    public void A_wrong_line_is_named(string line, string message) =>
        Should.Throw<FormatException>(() => ApiKeyFile.Parse([$"first read {Hash}", string.Format(null, line, Hash)])).Message.ShouldStartWith(message);

    [Fact]
    public void Keys_are_long_and_never_the_same()
    {
        var keys = Enumerable.Range(0, 100).Select(_ => ApiKey.NewSecret()).ToList();

        keys.Distinct().Count().ShouldBe(100);
        keys.ShouldAllBe(k => k.StartsWith("parley_", StringComparison.Ordinal) && k.Length == 50);
    }
}
