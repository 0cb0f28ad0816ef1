using Parley.Contracts;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Newswire;

/// <summary>How well the mentions of labelled sentences are found: the F1 of talks and ceasefires, the share of right statuses, the F1 of the parties.</summary>
internal sealed record SentenceScore(double MacroF1, double Status, double Parties, int EasyAlarms)
{
    public static SentenceScore Of(IReadOnlyList<LabelledSentence> sentences)
    {
        var types = new Dictionary<string, Counts> { ["talks"] = new(), ["ceasefire"] = new() };
        var (right, found, partyHits, partiesSaid, partiesWanted, easy) = (0.0, 0, 0, 0, 0, 0);
        foreach (var sentence in sentences)
        {
            var mentions = Analyzer.Default.Analyze(new ArticleText(sentence.Text, null, null)).Mentions;
            var told = mentions.Select(m => WireWord.Of(m.Type)).ToHashSet();
            if (sentence.Type == "none")
            {
                foreach (var type in told)
                    types[type].False++;
                easy += sentence.Negative == "easy" && told.Count > 0 ? 1 : 0;
                continue;
            }

            if (!told.Contains(sentence.Type))
            {
                types[sentence.Type].Missed++;
                foreach (var other in told.Where(t => t != sentence.AlsoType))
                    types[other].False++;
                continue;
            }

            types[sentence.Type].Found++;
            found++;
            var ofType = mentions.Where(m => WireWord.Of(m.Type) == sentence.Type).ToList();
            var statuses = ofType.Select(m => Coarse(m)).ToHashSet();
            if (statuses.Contains(sentence.Status!) || (sentence.Also is { } also && statuses.Contains(also)))
                right += 1.0 / statuses.Count;
            if (sentence.Participants.Count == 0)
                continue;
            var said = ofType.MaxBy(m => m.Confidence)!.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => Words(p.Text + " " + p.Name)).ToList();
            partiesSaid += said.Count;
            partiesWanted += sentence.Participants.Count;
            foreach (var wanted in sentence.Participants.Select(Words).OrderBy(w => w.Count))
            {
                if (said.Find(s => s.Overlaps(wanted)) is { } hit && said.Remove(hit))
                    partyHits++;
            }
        }

        return new SentenceScore(types.Values.Average(c => c.F1), right / found, 2.0 * partyHits / (partiesSaid + partiesWanted), easy);
    }

    /// <summary>The coarser words that the labels use.</summary>
    private static string Coarse(Mention mention) => (mention.Type, mention.Status) switch
    {
        (EntryType.Talks, EntryStatus.UnderWay) => "held",
        (EntryType.Talks, EntryStatus.Suspended) => "cancelled",
        (EntryType.Ceasefire, EntryStatus.CalledFor or EntryStatus.UnderNegotiation) => "proposed",
        (EntryType.Ceasefire, EntryStatus.InForce) => "agreed",
        (EntryType.Ceasefire, EntryStatus.Suspended) => "collapsed",
        var (_, status) => WireWord.Of(status),
    };

    /// <summary>The words of a name without those of offices, so that "the Turkish president" is not found in "the French president".</summary>
    private static HashSet<string> Words(string name)
    {
        string[] offices = ["the", "of", "and", "president", "prime", "minister", "foreign", "defence", "defense", "secretary", "general", "king", "leader", "leaders", "government", "officials", "official", "his", "her", "their", "counterpart", "chief", "head", "state", "ambassador", "envoy", "special", "senior", "former"];
        return [.. KnownActor.Fold(name).Split([' ', '-', ',', '.', '\'', '’', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1 && !offices.Contains(w))];
    }

    private sealed class Counts
    {
        public int Found { get; set; }

        public int Missed { get; set; }

        public int False { get; set; }

        public double F1 => 2.0 * Found / ((2.0 * Found) + Missed + False);
    }
}
