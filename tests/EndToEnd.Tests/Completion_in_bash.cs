using System.Diagnostics;

namespace Parley.EndToEnd.Tests;

/// <summary>In a real bash that has sourced the script.</summary>
public sealed class Completion_in_bash : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-bash-").FullName;

    public Completion_in_bash()
    {
        var program = Path.Combine(_folder, "parley");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Programs.Path("parley.dll")}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("./parley le", "ledger")]
    [InlineData("parley le", "ledger")]
    [InlineData("./parley watch --status po", "postponed")]
    [InlineData("./parley ledger --as", "--as-of")]
    [InlineData("./parley subscribe ", "change delete feed list pause preview resume rotate show silence")]
    [InlineData("./parley watch --actor TUV", "TUV")]
    [InlineData("./parley completion ", "bash zsh")]
    [InlineData("./parley search x --type ", "article ceasefire talks")]
    [InlineData("./parley ingest se", "")]
    public async Task A_word_is_completed(string typed, string completions)
    {
        // What bash does when TAB is pressed: it sets the words and the line, calls what `complete` has registered, and reads COMPREPLY.
        const string script =
            """
            source <(parley completion bash)
            registered=$(complete -p ./parley) && [[ $registered == *'-F _parley'* ]] && complete -p parley >/dev/null || exit 9
            COMP_LINE=$1 COMP_POINT=${#1}
            read -r -a COMP_WORDS <<<"$1"
            [[ $1 != *' ' ]] || COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _parley
            echo "${COMPREPLY[*]}"
            """;
        var start = new ProcessStartInfo("bash", ["--norc", "-c", script, "bash", typed]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = _folder + ":" + Environment.GetEnvironmentVariable("PATH");
        using var bash = Process.Start(start)!;
        var output = await bash.StandardOutput.ReadToEndAsync();
        var errors = await bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync();

        bash.ExitCode.ShouldBe(0, errors);
        errors.ShouldBeEmpty();
        output.TrimEnd('\n').ShouldBe(completions);
    }
}
