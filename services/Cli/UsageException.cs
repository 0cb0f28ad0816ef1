namespace Parley.Cli;

/// <summary>Something that the person at the keyboard can put right; the message says how.</summary>
internal sealed class UsageException(string message) : Exception(message);
