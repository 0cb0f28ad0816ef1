using Parley.LocalServers;

namespace Parley.Tests;

/// <summary>
/// The PostgreSQL and the RabbitMQ of a test run: those that the environment names, else private ones that go with this process. A server that
/// is neither given nor installed fails the tests with the command that installs it.
/// </summary>
internal static class Servers
{
    private const string PostgresVariable = "PARLEY_TEST_POSTGRES";
    private const string RabbitMqVariable = "PARLEY_TEST_RABBITMQ";
    private const string ManagementVariable = "PARLEY_TEST_RABBITMQ_MANAGEMENT";

    private static readonly Lazy<Task<(string ConnectionString, PrivatePostgres? Owned)>> SharedPostgres = new(StartPostgresAsync);
    private static readonly Lazy<Task<(Broker Broker, PrivateRabbitMq? Owned)>> SharedBroker = new(StartBrokerAsync);

    /// <summary>Connection string of the shared PostgreSQL.</summary>
    public static async Task<string> PostgresAsync() => (await SharedPostgres.Value).ConnectionString;

    /// <summary>The shared RabbitMQ.</summary>
    public static async Task<Broker> BrokerAsync() => (await SharedBroker.Value).Broker;

    private static async Task<(string, PrivatePostgres?)> StartPostgresAsync()
    {
        if (Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } given)
            return (given, null);
        var postgres = await PrivatePostgres.StartAsync(new());
        return (postgres.ConnectionString("postgres"), postgres);
    }

    private static async Task<(Broker, PrivateRabbitMq?)> StartBrokerAsync()
    {
        if (Environment.GetEnvironmentVariable(RabbitMqVariable) is { Length: > 0 } given)
        {
            var uri = new Uri(given);
            var management = Environment.GetEnvironmentVariable(ManagementVariable) is { Length: > 0 } named ? named : $"http://{uri.Host}:15672/";
            return (new Broker(uri, new Uri(management)), null);
        }

        var rabbit = await PrivateRabbitMq.StartAsync(new() { Management = true });
        return (new Broker(rabbit.AmqpUri, rabbit.ManagementUri!), rabbit);
    }
}
