using System.Net.Sockets;
using Npgsql;
using Parley.Platform.Storage;

namespace Parley.Platform.Tests.Storage;

public sealed class Faults_that_pass
{
    [Theory]
    [InlineData("57P01")]
    [InlineData("57P02")]
    [InlineData("57P03")]
    [InlineData("40001")]
    [InlineData("40P01")]
    [InlineData("53300")]
    [InlineData("08006")]
    public void A_server_that_restarts_or_is_at_odds_with_itself(string state) => Transient.Is(Postgres(state)).ShouldBeTrue();

    [Theory]
    [InlineData("23505")]
    [InlineData("22021")]
    [InlineData("42P01")]
    [InlineData("42601")]
    public void A_statement_that_is_wrong_stays_wrong(string state) => Transient.Is(Postgres(state)).ShouldBeFalse();

    [Fact]
    public void A_connection_that_broke()
    {
        Transient.Is(new NpgsqlException("broken", new IOException())).ShouldBeTrue();
        Transient.Is(new NpgsqlException("refused", new SocketException(111))).ShouldBeTrue();
        Transient.Is(new NpgsqlException("slow", new TimeoutException())).ShouldBeTrue();
        Transient.Is(new TimeoutException()).ShouldBeTrue();
        Transient.Is(new NpgsqlException("no password")).ShouldBeFalse();
    }

    [Fact]
    public void What_wraps_it_counts_as_it_does()
    {
        Transient.Is(new InvalidOperationException("outer", new TimeoutException())).ShouldBeTrue();
        Transient.Is(new InvalidOperationException("outer", new FormatException())).ShouldBeFalse();
        Transient.Is(new InvalidOperationException("outer")).ShouldBeFalse();
    }

    [Fact]
    public void Of_several_all_must_pass()
    {
        Transient.Is(new AggregateException(new TimeoutException(), Postgres("57P01"))).ShouldBeTrue();
        Transient.Is(new AggregateException(new TimeoutException(), new FormatException())).ShouldBeFalse();
        Transient.Is(new AggregateException()).ShouldBeFalse();
    }

    private static PostgresException Postgres(string state) => new("message", "ERROR", "ERROR", state);
}
