namespace Parley.Cli.Commands;

/// <summary>What <c>parley analyze</c> prints of a text.</summary>
internal enum AnalyzeReply
{
    /// <summary>What it says of talks and ceasefires.</summary>
    Mentions,

    /// <summary>Its expressions of days and periods.</summary>
    Dates,

    /// <summary>What each stage made of it.</summary>
    Explanation,
}
