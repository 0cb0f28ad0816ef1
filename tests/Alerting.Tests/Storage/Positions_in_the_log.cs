using Parley.Platform.Streaming;

namespace Parley.Alerting.Tests.Storage;

public sealed class Positions_in_the_log
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(734, 12)]
    [InlineData(ulong.MaxValue, long.MaxValue)]
    public void A_position_comes_back_from_its_text(ulong transaction, long position)
    {
        var there = new LogPosition(transaction, position);

        LogPosition.TryParse(there.ToString()).ShouldBe(there);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("7")]
    [InlineData("7.")]
    [InlineData("7.8.9")]
    [InlineData("-7.8")]
    [InlineData("7.-8")]
    [InlineData("7,8")]
    [InlineData(" 7.8")]
    [InlineData("0x7.8")]
    [InlineData("18446744073709551616.1")]
    [InlineData("1.9223372036854775808")]
    public void Anything_else_is_none(string text) => LogPosition.TryParse(text).ShouldBeNull();
}
