namespace Parley.LocalServers.Tests;

/// <summary>A program that owns a server and then only waits: <c>dotnet LocalServers.Tests.dll postgres|rabbitmq</c>.</summary>
public static class Owner
{
    public static async Task Main(string[] args)
    {
        var (process, folder) = args[0] == "postgres" ? await PostgresAsync() : await RabbitMqAsync();
        Console.WriteLine($"{process} {folder}");
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task<(int Process, string Folder)> PostgresAsync()
    {
        var server = await PrivatePostgres.StartAsync(new());
        return (server.ProcessId, server.Folder);
    }

    private static async Task<(int Process, string Folder)> RabbitMqAsync()
    {
        var server = await PrivateRabbitMq.StartAsync(new());
        return (server.ProcessId, server.Folder);
    }
}
