namespace Parley.Extraction.Tests.Analysis;

/// <summary>
/// Who does what to whom stays the same whatever opens the sentence, whatever closes it and however the parties are called: some thousand plain sentences,
/// made by putting each clause into each frame.
/// </summary>
public sealed class FrameTests
{
    private static readonly string[] Openings =
    [
        "", "Meanwhile, ", "On Monday ", "On Monday night ", "On March 4 ", "On 4 March ", "On Monday, ", "Late Monday ", "Last week ", "Earlier in the day ",
        "In Geneva on Monday, ", "Hours later, ", "After weeks of fighting, ", "For the second time this year, ", "Despite the snow, ",
    ];

    private static readonly string[] Endings =
    [
        "", " on Monday", " in Geneva on Monday", " in the Swiss capital", ", officials said", ", a spokesman said on Monday", " after weeks of fighting",
        " under pressure from Canada", ", ending a week of silence", ", according to diplomats",
    ];

    private static readonly (string Name, string Id)[] Americans =
    [
        ("President Bush", "USA"), ("Mr. Bush", "USA"), ("U.S. President George W. Bush", "USA"), ("George W. Bush, the American president,", "USA"),
        ("the American president", "USA"), ("Secretary of State Colin Powell", "USA"), ("an American delegation", "USA"), ("the United States", "USA"),
    ];

    private static readonly (string Name, string Id)[] French =
    [
        ("President Jacques Chirac", "FRA"), ("President Jacques Chirac of France", "FRA"), ("his French counterpart, Jacques Chirac", "FRA"),
        ("the French foreign minister, Hubert Vedrine", "FRA"), ("French officials", "FRA"), ("the president of France", "FRA"), ("the French government", "FRA"),
    ];

    private static readonly (string Name, string Id)[] Governments =
    [
        ("the Sudanese government", "SDN"), ("Sudan", "SDN"), ("Khartoum", "SDN"), ("Sudan's government", "SDN"), ("President Omar Hassan al-Bashir", "SDN"), ("the Sudanese army", "SDN"),
    ];

    private static readonly (string Name, string Id)[] Rebels =
    [
        ("the Sudan People's Liberation Army", "SPLM"), ("the SPLA", "SPLM"), ("SPLA rebels", "SPLM"), ("the rebel Sudan People's Liberation Army", "SPLM"),
        ("John Garang's SPLA", "SPLM"), ("the SPLA of John Garang", "SPLM"), ("rebels of the Sudan People's Liberation Army", "SPLM"),
    ];

    public static TheoryData<string, string> StatesClauses => new()
    {
        { "{0} met {1}", "held" }, { "{0} held talks with {1}", "held" }, { "{0} will meet {1}", "planned" }, { "{0} is to hold talks with {1}", "planned" },
        { "{0} conferred with {1}", "held" }, { "{0} spoke by telephone with {1}", "held" }, { "{0} called off a meeting with {1}", "cancelled" },
        { "{0} postponed a meeting with {1}", "postponed" }, { "{0} is due to meet {1}", "planned" }, { "{0} had a meeting with {1}", "held" },
        { "{0} offered to meet {1}", "proposed" }, { "{0} refused to meet {1}", "rejected" },
    };

    public static TheoryData<string, string, string> WarClauses => new()
    {
        { "{0} and {1} signed a ceasefire", "ceasefire", "agreed" }, { "{0} and {1} agreed to a truce", "ceasefire", "agreed" },
        { "{0} agreed to a ceasefire with {1}", "ceasefire", "agreed" }, { "a ceasefire between {0} and {1} went into effect", "ceasefire", "in_force" },
        { "a truce between {0} and {1} collapsed", "ceasefire", "collapsed" }, { "{0} and {1} extended their ceasefire", "ceasefire", "extended" },
        { "{0} accused {1} of violating a ceasefire", "ceasefire", "violated" }, { "{0} rejected a ceasefire offered by {1}", "ceasefire", "rejected" },
        { "{1} offered {0} a ceasefire", "ceasefire", "proposed" }, { "the ceasefire signed by {0} and {1} was broken", "ceasefire", "violated" },
        { "{0} said {1} had broken a truce", "ceasefire", "violated" }, { "mediators announced a ceasefire between {0} and {1}", "ceasefire", "agreed" },
        { "a ceasefire agreed by {0} and {1} was holding", "ceasefire", "in_force" }, { "{0} called off its ceasefire with {1}", "ceasefire", "suspended" },
        { "{0} and {1} signed a ceasefire brokered by Kenya", "ceasefire", "agreed" }, { "{0} agreed to a truce with {1} mediated by Kenya", "ceasefire", "agreed" },
        { "{0} and {1} held peace talks", "talks", "held" }, { "{0} and {1} held talks hosted by Kenya", "talks", "held" },
        { "peace talks between {0} and {1} broke down", "talks", "suspended" }, { "{0} and {1} will resume peace talks", "talks", "planned" },
        { "negotiators from {0} and {1} met", "talks", "held" }, { "{0} suspended peace talks with {1}", "talks", "suspended" },
        { "talks between {0} and {1} were postponed", "talks", "postponed" }, { "delegates of {0} and {1} sat down together", "talks", "held" },
        { "representatives of {0} met {1}", "talks", "held" },
    };

    [Theory]
    [MemberData(nameof(StatesClauses))]
    public void Two_states_are_the_parties_of_their_talks_in_every_frame(string clause, string status) =>
        Wrong(clause, "talks", status, Americans, French).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(WarClauses))]
    public void A_government_and_its_rebels_are_the_parties_in_every_frame(string clause, string type, string status) =>
        Wrong(clause, type, status, Governments, Rebels).ShouldBeEmpty();

    [Fact]
    public void A_time_that_ends_where_a_name_begins_needs_no_day() => Read.One("At the weekend President Bush met President Chirac.").Ids().ShouldBe(["USA", "FRA"]);

    [Theory]
    [InlineData("a report on Monday talks would help", 0)]
    [InlineData("on Sunday Times premises nobody met", 0)]
    public void What_only_looks_like_an_opening_is_none(string text, int mentions) => Read.Mentions(text).Count.ShouldBe(mentions);

    private static IEnumerable<string> Wrong(string clause, string type, string status, (string Name, string Id)[] ones, (string Name, string Id)[] others)
    {
        for (var i = 0; i < Openings.Length; i++)
        {
            for (var j = 0; j < Endings.Length; j++)
            {
                if (Openings[i].Contains("Monday", StringComparison.Ordinal) && Endings[j].Contains("Monday", StringComparison.Ordinal))
                    continue;
                var (one, other) = (ones[((i * 3) + j) % ones.Length], others[((i * 5) + (j * 2)) % others.Length]);
                var sentence = Capital(Openings[i] + string.Format(null, clause, one.Name, other.Name) + Endings[j] + ".").Replace(",,", ",").Replace(",.", ".");
                var found = Read.Mentions(sentence).Select(m => $"{m.Type.ToString().ToLowerInvariant()} {m.Status.Word()} {string.Join('+', m.Ids().Order())}").ToList();
                if (!found.SequenceEqual([$"{type} {status} {string.Join('+', new[] { one.Id, other.Id }.Order())}"]))
                    yield return $"{sentence} is [{string.Join("; ", found)}]";
            }
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
