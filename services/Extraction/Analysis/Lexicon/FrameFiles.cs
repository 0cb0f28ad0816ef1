using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Loads what verbs and nouns say of an event: events.txt, frames.txt, nouns.txt, offices.txt and the like.</summary>
internal sealed class FrameFiles(Knowledge knowledge)
{
    public void Load()
    {
        foreach (var line in KnowledgeFile.Read("offices.txt"))
        {
            var office = Enum.Parse<OfficeClass>(line[0], ignoreCase: true);
            foreach (var name in KnowledgeFile.Names(line[1]))
            {
                var phrase = knowledge.Words.Phrase(name);
                phrase[^1].EndsOffice |= office == OfficeClass.Person;
                knowledge.Offices.Add(phrase, office);
                if (office == OfficeClass.Person && WordLists.PluralOffices.Has(phrase[^1].Text))
                    knowledge.Offices.Add([.. phrase.Take(phrase.Count - 1), knowledge.Words.Make(phrase[^1].Text + "s")], office);
            }
        }

        foreach (var line in KnowledgeFile.Read("events.txt"))
        {
            if (!WireWord.TryParse<EntryType>(line[1], out var type) || !WireWord.TryParse<EntryKind>(line[2], out var kind))
                throw new InvalidOperationException($"events.txt: unknown type or kind in {line[0]}.");
            var phrase = knowledge.Words.Phrase(line[0]);
            knowledge.Events.Add(phrase, new EventNoun(type, kind, line[3] == "strong"));
            phrase[0].IsTrigger = true;
        }

        foreach (var line in KnowledgeFile.Read("frames.txt"))
        {
            var phrase = knowledge.Words.Phrase(line[0]);
            knowledge.Frames[line[0]] = new Frame(line[1][0], Status(line[2]), Status(line[3]));
            if (phrase.Count > 1)
                knowledge.Idioms.Add(phrase, line[0]);
        }

        foreach (var line in KnowledgeFile.Read("nouns.txt"))
            knowledge.Words.Make(line[0]).NounFrame = new Frame('n', Status(line[1]), Status(line[2]), line[1] == "pass", line[1] == "denied");
        foreach (var line in KnowledgeFile.Read("compounds.txt"))
            knowledge.Words.Make(line[0]).Compound = line[1];
        foreach (var line in KnowledgeFile.Read("attitudes.txt"))
        {
            knowledge.Words.Phrase(line[0]);
            knowledge.Attitudes[line[0]] = Enum.Parse<Force>(line[1], ignoreCase: true);
            if (!line[0].Contains(' ', StringComparison.Ordinal))
            {
                knowledge.Words.Make(line[0]).GovernsInfinitive = true;
                knowledge.Words.Make(line[0] + "s").GovernsInfinitive = true;
            }
        }

        foreach (var line in KnowledgeFile.Read("direct.txt"))
        {
            knowledge.Words.Phrase(line[0]);
            if (line.Length < 5)
                knowledge.TriggerVerbs.Add(line[0].Split(' ')[0]);
            if (line[0].Count(c => c == ' ') > 1)
                knowledge.Idioms.Add(knowledge.Words.Phrase(line[0]), line[0]);
            knowledge.Direct[line[0]] = new DirectVerb(line[1], line[2], WireWord.TryParse<EntryKind>(line[3], out var kind) ? kind : EntryKind.Meeting);
        }

        foreach (var line in KnowledgeFile.Read("halts.txt"))
        {
            foreach (var name in KnowledgeFile.Names(line[1]))
            {
                var words = knowledge.Words.Phrase(name);
                if (line[0] is "fighting" or "acts")
                    knowledge.Hostilities[words[^1].Text] = line[0] == "fighting";
                else
                    knowledge.Halts[name] = line[0] == "strong";
                words[0].IsTrigger |= line[0] == "strong";
            }
        }

        knowledge.Words.Make("due").IsTrigger = true;
        foreach (var line in KnowledgeFile.Read("signs.txt"))
        {
            foreach (var name in KnowledgeFile.Names(line[1]))
                knowledge.Signs.Add(knowledge.Words.Phrase(name), line[0]);
        }
    }

    private static EntryStatus? Status(string word) => WireWord.TryParse<EntryStatus>(word, out var status) ? status : null;
}
