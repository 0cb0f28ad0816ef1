namespace Parley.Extraction.Analysis;

/// <summary>How a verb stands to its event, in words for people.</summary>
internal static class ForceWords
{
    public static string Of(Force force) => force switch
    {
        Force.Do => "told as done",
        Force.Continue => "told as going on",
        Force.Begin => "told as begun",
        Force.Stop => "told as no longer going on",
        Force.Plan => "to be",
        Force.Offer => "a party is ready for it",
        Force.Ask => "asked of another",
        Force.Wish => "wished for",
        Force.Try => "worked for",
        Force.Refuse => "refused",
        Force.Fail => "tried in vain",
        Force.Threat => "only threatened or warned of",
        Force.Doubt => "only possible, on a condition or in doubt",
        _ => "told as not so",
    };

    /// <summary>Why nothing follows for the event from a verb of that force.</summary>
    public static string None(Force force) => force switch
    {
        Force.Not => "the verb is negated: it is told as not so",
        Force.Doubt => "it is only possible, on a condition or in doubt",
        Force.Threat => "it is only threatened or warned of",
        Force.Plan => "it is to be, and nobody is said to have agreed to it",
        Force.Try => "it is what somebody works for, no more",
        Force.Fail => "it was tried in vain, and nothing is left of it",
        _ => "the way in which the verb tells of it makes no step of it",
    };
}
