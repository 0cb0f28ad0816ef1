using System.CommandLine;
using Parley.Cli.Deployment;

namespace Parley.Cli.Commands;

/// <summary><c>parley secrets</c>: what a deployment needs and nobody should have to think up.</summary>
internal static class SecretsCommand
{
    public static Command Create()
    {
        var services = new Option<string>("--services") { Description = "Folder that the services read.", DefaultValueFactory = _ => "secrets/services" };
        var operators = new Option<string>("--operator") { Description = "Folder that only the operator has.", DefaultValueFactory = _ => "secrets/operator" };
        var postgres = new Option<string>("--postgres") { Description = "PostgreSQL as the services reach it.", DefaultValueFactory = _ => "postgres:5432" };
        var rabbit = new Option<string>("--rabbitmq") { Description = "RabbitMQ as the services reach it.", DefaultValueFactory = _ => "rabbitmq:5672" };
        var hosts = new Option<string[]>("--host") { Description = "A name or address under which callers reach the services; may be given several times.", Required = true };
        var command = new ParleyCommand("secrets", CommandGroup.More, "Makes what a deployment needs: passwords, certificates, a key for the operator.")
        {
            Details =
                """
                Passwords for PostgreSQL and RabbitMQ, a private certificate authority, a certificate for the services, and an API key for the
                operator. What is there already stays; the certificate is renewed when less than 60 days of it are left.
                """,
            Examples =
            [
                new("./parley secrets --host localhost --host 127.0.0.1", "for services on this machine"),
                new("./parley secrets --host parley.example.org --postgres db.internal:5432", "with a PostgreSQL of your own"),
            ],
        };
        foreach (var option in new Option[] { services, operators, postgres, rabbit, hosts })
            command.Add(option);
        command.SetAction(parse =>
        {
            var secrets = new DeploymentSecrets(new SecretFolder(parse.GetValue(services)!), new SecretFolder(parse.GetValue(operators)!));
            var made = secrets.Make(Endpoint(parse.GetValue(postgres)!), Endpoint(parse.GetValue(rabbit)!), parse.GetValue(hosts)!, TimeProvider.System);
            foreach (var line in made.DefaultIfEmpty("nothing was missing"))
                Console.Error.WriteLine(line);
            return 0;
        });
        return command;
    }

    private static string Endpoint(string text) => text.Split(':') is [{ Length: > 0 }, var port] && ushort.TryParse(port, out _)
        ? text
        : throw new UsageException($"'{text}' is no host and port, such as postgres:5432.");
}
