using System.CommandLine;
using System.Reflection;

namespace Parley.Cli.Commands;

/// <summary><c>parley completion</c>: the script that teaches a shell to complete parley's words.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh"];

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "Which shell." };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new ParleyCommand("completion", CommandGroup.More, "Prints a script that lets bash or zsh complete commands, options and values.")
        {
            Examples =
            [
                new("source <(./parley completion bash)", "in this shell"),
                new("echo \"source <($PWD/parley completion bash)\" >> ~/.bashrc", "in every bash"),
                new("echo \"source <($PWD/parley completion zsh)\" >> ~/.zshrc", "in every zsh, behind compinit"),
            ],
        };
        command.Add(shell);
        command.SetAction((parse, cancellation) => Console.Out.WriteAsync(Script(parse.GetValue(shell)!).AsMemory(), cancellation));
        return command;
    }

    private static string Script(string shell)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Completion/parley.{shell}")
            ?? throw new InvalidOperationException($"The script for {shell} is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
