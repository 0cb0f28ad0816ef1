using System.ComponentModel.DataAnnotations;

namespace Parley.Extraction.Reprocessing;

/// <summary>How eagerly stored articles are read again. Section <c>Parley:Reprocessing</c>.</summary>
public sealed class ReprocessingOptions
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Reprocessing";

    /// <summary>The share of the time in which each copy of the service works on a run, with one core at most; in the rest only new articles are read.</summary>
    [Range(0.01, 1.0)]
    public double Share { get; set; } = 0.5;
}
