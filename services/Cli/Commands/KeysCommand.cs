using System.CommandLine;
using Parley.Contracts;
using Parley.Platform.Security;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Commands;

/// <summary><c>parley keys</c>: who may call the services, and what for.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var command = new ParleyCommand("keys", CommandGroup.More, "Gives out API keys and takes them back.")
        {
            Details = "The file holds hashes only; services that read it (Parley:Grpc:Keys) follow each change within a second or two.",
            Examples =
            [
                new("./parley keys add newsdesk --scope ingest --file keys.txt", "make a key, and print it, this once"),
                new("./parley keys list --file keys.txt", "who has one, and what for"),
                new("./parley keys remove newsdesk --file keys.txt", "take it back"),
            ],
        };
        command.Add(Add());
        command.Add(List());
        command.Add(Remove());
        return command;
    }

    private static Command Add()
    {
        var name = Name("To whom or what the key is given.");
        var file = FileOption();
        var scopes = new Option<string[]>("--scope") { Description = "What it may do; may be given several times.", Required = true };
        scopes.AcceptOnlyFromAmong([.. ApiKeyFile.ScopeWords]);
        var command = new Command("add", "Makes a key and prints it, this once.") { name, scopes, file };
        command.SetAction(parse =>
        {
            var (path, given) = (parse.GetValue(file)!, parse.GetValue(name)!);
            if (!ApiKeyFile.IsName(given))
                throw new UsageException($"'{given}' is no name for a key: up to 64 letters, digits, '.', '-' and '_'.");
            var keys = File.Exists(path) ? Read(path) : [];
            if (keys.Any(k => k.Name == given))
                throw new UsageException($"{path} has a key {given} already. Take it back first: ./parley keys remove {given} --file {path}");
            var secret = ApiKey.NewSecret();
            var key = new ApiKey(given, parse.GetValue(scopes)!.Select(WireWord.Parse<Scope>).ToHashSet(), ApiKey.HashOf(secret));
            Write(path, File.Exists(path) ? [.. File.ReadLines(path), ApiKeyFile.Line(key)] : ["# name scopes sha256", ApiKeyFile.Line(key)]);
            Console.Out.WriteLine(secret);
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var file = FileOption();
        var command = new Command("list", "Prints each key's name and scopes.") { file };
        command.SetAction(parse =>
        {
            foreach (var key in Read(parse.GetValue(file)!))
                Console.Out.WriteLine($"{key.Name} {string.Join(',', key.Scopes.Order().Select(WireWord.Of))}");
            return 0;
        });
        return command;
    }

    private static Command Remove()
    {
        var name = Name("Whose key is taken back.");
        var file = FileOption();
        var command = new Command("remove", "Takes a key back.") { name, file };
        command.SetAction(parse =>
        {
            var (path, given) = (parse.GetValue(file)!, parse.GetValue(name)!);
            if (!Read(path).Any(k => k.Name == given))
                throw new UsageException($"{path} has no key {given}; it has {string.Join(", ", Read(path).Select(k => k.Name))}.");
            Write(path, File.ReadLines(path).Where(line => line.Split(' ')[0] != given).ToList());
            return 0;
        });
        return command;
    }

    private static Argument<string> Name(string description) => new("NAME") { Description = description };

    private static Option<string> FileOption() => new("--file") { Description = "The file of keys.", Required = true };

    private static IReadOnlyList<ApiKey> Read(string path)
    {
        try
        {
            return ApiKeyFile.Parse(File.ReadLines(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{path}: {e.Message}");
        }
    }

    /// <summary>Written beside it and moved, so that a service never reads half a file.</summary>
    private static void Write(string path, IReadOnlyList<string> lines)
    {
        File.WriteAllLines(path + ".new", lines);
        File.Move(path + ".new", path, overwrite: true);
    }
}
