namespace Parley.Extraction.Analysis;

/// <summary>The lists of Knowledge/lists.txt, loaded once; what each is for stands there.</summary>
internal static class WordLists
{
    private static readonly Dictionary<string, WordList> Lists =
        KnowledgeFile.Read("lists.txt").ToDictionary(line => line[0], line => new WordList(KnowledgeFile.Names(line[1])), StringComparer.Ordinal);

    /// <summary>The names that the file gives its lists.</summary>
    public static IReadOnlyCollection<string> Names => Lists.Keys;

    public static WordList Open { get; } = Of("open");
    public static WordList Auspices { get; } = Of("auspices");
    public static WordList Lands { get; } = Of("lands");
    public static WordList AssemblyParties { get; } = Of("assembly-parties");
    public static WordList Presiding { get; } = Of("presiding");
    public static WordList Convening { get; } = Of("convening");
    public static WordList Appearing { get; } = Of("appearing");
    public static WordList Opening { get; } = Of("opening");
    public static WordList Chairing { get; } = Of("chairing");
    public static WordList Ending { get; } = Of("ending");
    public static WordList OtherTalks { get; } = Of("other-talks");
    public static WordList Nth { get; } = Of("nth");
    public static WordList Leading { get; } = Of("leading");
    public static WordList Attending { get; } = Of("attending");
    public static WordList Enemies { get; } = Of("enemies");
    public static WordList Venues { get; } = Of("venues");
    public static WordList Honorifics { get; } = Of("honorifics");
    public static WordList Brought { get; } = Of("brought");
    public static WordList OfChancellors { get; } = Of("of-chancellors");
    public static WordList OfGeneralSecretaries { get; } = Of("of-general-secretaries");
    public static WordList Signers { get; } = Of("signers");
    public static WordList SpeakersFor { get; } = Of("speakers-for");
    public static WordList OfficeHolders { get; } = Of("office-holders");
    public static WordList Diplomats { get; } = Of("diplomats");
    public static WordList Rebels { get; } = Of("rebels");
    public static WordList Foremost { get; } = Of("foremost");
    public static WordList Another { get; } = Of("another");
    public static WordList OwnForces { get; } = Of("own-forces");
    public static WordList Travellers { get; } = Of("travellers");
    public static WordList Delegates { get; } = Of("delegates");
    public static WordList Received { get; } = Of("received");
    public static WordList Met { get; } = Of("met");
    public static WordList Officials { get; } = Of("officials");
    public static WordList PluralOffices { get; } = Of("plural-offices");
    public static WordList OfRebels { get; } = Of("of-rebels");
    public static WordList NoRebels { get; } = Of("no-rebels");
    public static WordList Fighters { get; } = Of("fighters");
    public static WordList Rising { get; } = Of("rising");
    public static WordList VagueBodies { get; } = Of("vague-bodies");
    public static WordList Governing { get; } = Of("governing");
    public static WordList EitherSides { get; } = Of("either-sides");
    public static WordList OwnedBodies { get; } = Of("owned-bodies");
    public static WordList CountedSides { get; } = Of("counted-sides");
    public static WordList Neighbours { get; } = Of("neighbours");
    public static WordList CountedParties { get; } = Of("counted-parties");
    public static WordList MeetingBodies { get; } = Of("meeting-bodies");
    public static WordList Backing { get; } = Of("backing");
    public static WordList Brokering { get; } = Of("brokering");
    public static WordList BringingAbout { get; } = Of("bringing-about");
    public static WordList BrokeringVerbs { get; } = Of("brokering-verbs");

    public static WordList Between { get; } = Of("between");

    public static WordList LookingOn { get; } = Of("looking-on");
    public static WordList NewsHubs { get; } = Of("news-hubs");
    public static WordList Settlements { get; } = Of("settlements");
    public static WordList OwnedMatters { get; } = Of("owned-matters");
    public static WordList Quarrels { get; } = Of("quarrels");
    public static WordList Governed { get; } = Of("governed");
    public static WordList WordsOfConflict { get; } = Of("words-of-conflict");
    public static WordList Situations { get; } = Of("situations");
    public static WordList Relations { get; } = Of("relations");
    public static WordList Raised { get; } = Of("raised");
    public static WordList Drafts { get; } = Of("drafts");
    public static WordList Signed { get; } = Of("signed");
    public static WordList Outcomes { get; } = Of("outcomes");
    public static WordList Reports { get; } = Of("reports");
    public static WordList Fields { get; } = Of("fields");
    public static WordList Fighting { get; } = Of("fighting");
    public static WordList Appeals { get; } = Of("appeals");
    public static WordList Occasions { get; } = Of("occasions");
    public static WordList Pointless { get; } = Of("pointless");
    public static WordList Motion { get; } = Of("motion");

    public static WordList GoingThere { get; } = Of("going-there");
    public static WordList InvitedTo { get; } = Of("invited-to");
    public static WordList MadeThere { get; } = Of("made-there");
    public static WordList SpokenBeside { get; } = Of("spoken-beside");
    public static WordList SaidToFace { get; } = Of("said-to-face");
    public static WordList FromAfar { get; } = Of("from-afar");
    public static WordList PrivateStays { get; } = Of("private-stays");
    public static WordList TalkErrands { get; } = Of("talk-errands");
    public static WordList NearDays { get; } = Of("near-days");
    public static WordList Answers { get; } = Of("answers");
    public static WordList SittingDown { get; } = Of("sitting-down");
    public static WordList Concluding { get; } = Of("concluding");
    public static WordList Commenting { get; } = Of("commenting");
    public static WordList Giving { get; } = Of("giving");
    public static WordList Asking { get; } = Of("asking");
    public static WordList Causing { get; } = Of("causing");
    public static WordList Reaching { get; } = Of("reaching");
    public static WordList Commanding { get; } = Of("commanding");
    public static WordList OwnMen { get; } = Of("own-men");
    public static WordList Stopping { get; } = Of("stopping");
    public static WordList Light { get; } = Of("light");
    public static WordList Doubling { get; } = Of("doubling");
    public static WordList MakingEvents { get; } = Of("making-events");
    public static WordList PredicateWords { get; } = Of("predicate-words");
    public static WordList TimeWords { get; } = Of("time-words");
    public static WordList Spells { get; } = Of("spells");

    public static WordList Agencies { get; } = Of("agencies");
    public static WordList AmericanStates { get; } = Of("american-states");
    public static WordList Towns { get; } = Of("towns");
    public static WordList Ahead { get; } = Of("ahead");
    public static WordList Telling { get; } = Of("telling");
    public static WordList OnTheWay { get; } = Of("on-the-way");
    public static WordList DatedThings { get; } = Of("dated-things");
    public static WordList News { get; } = Of("news");
    public static WordList Reacting { get; } = Of("reacting");
    public static WordList Upholding { get; } = Of("upholding");
    public static WordList Holding { get; } = Of("holding");
    public static WordList Founding { get; } = Of("founding");
    public static WordList OtherTimes { get; } = Of("other-times");
    public static WordList PartsOfDay { get; } = Of("parts-of-day");
    public static WordList StepVerbs { get; } = Of("step-verbs");
    public static WordList Processes { get; } = Of("processes");
    public static WordList PuttingOff { get; } = Of("putting-off");
    public static WordList LeadingAhead { get; } = Of("leading-ahead");
    public static WordList GoingOn { get; } = Of("going-on");
    public static WordList ThanPlanned { get; } = Of("than-planned");
    public static WordList InnerPrepositions { get; } = Of("inner-prepositions");
    public static WordList Settings { get; } = Of("settings");
    public static WordList AfterWhich { get; } = Of("after-which");
    public static WordList GerundNouns { get; } = Of("gerund-nouns");
    public static WordList GerundPrepositions { get; } = Of("gerund-prepositions");
    public static WordList SameInPast { get; } = Of("same-in-past");
    public static WordList VerbsBeforeTo { get; } = Of("verbs-before-to");
    public static WordList HeadlineVerbs { get; } = Of("headline-verbs");
    public static WordList VerbsOfMany { get; } = Of("verbs-of-many");

    private static WordList Of(string name) => Lists.TryGetValue(name, out var list) ? list : throw new InvalidOperationException($"lists.txt: no list {name}.");
}
