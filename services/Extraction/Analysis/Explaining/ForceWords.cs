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
}
