using Parley.Cli.Output;

namespace Parley.Cli.Tests.Output;

public sealed class Words_for_a_shell
{
    [Theory]
    [InlineData("libya-desk", "libya-desk")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's $HOME", "'it'\\''s $HOME'")]
    [InlineData("", "''")]
    public void Are_quoted_where_they_must_be(string text, string word) => Shell.Word(text).ShouldBe(word);
}
