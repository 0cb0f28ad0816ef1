using System.Security.Cryptography;

namespace Parley.Cli.Deployment;

/// <summary>A folder of secrets: what is there stays, what is missing is made, and only the owner may read it.</summary>
internal sealed class SecretFolder(string path)
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = Owner | UnixFileMode.UserExecute;

    /// <summary>The whole path of a file in it.</summary>
    public string PathOf(string file) => Path.Combine(path, file);

    /// <summary>The file's text; null where it is not there.</summary>
    public string? Read(string file) => File.Exists(PathOf(file)) ? File.ReadAllText(PathOf(file)) : null;

    /// <summary>The file's text, which is made and written where it is not there.</summary>
    public string ReadOrMake(string file, Func<string> make)
    {
        if (Read(file) is { } text)
            return text;
        text = make();
        Write(file, text);
        return text;
    }

    /// <summary>Writes a file so that a reader sees the old one or the new one.</summary>
    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!, OwnersFolder);
        var temporary = PathOf(file) + ".new";
        File.Delete(temporary);
        using (var stream = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Owner }))
        using (var writer = new StreamWriter(stream))
            writer.Write(text);
        File.Move(temporary, PathOf(file), overwrite: true);
    }

    /// <summary>A password of letters and digits, which need no quoting anywhere.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", 40);
}
