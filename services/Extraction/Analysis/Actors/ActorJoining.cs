namespace Parley.Extraction.Analysis;

/// <summary>Phrases that name one party together: "the leaders of France and Germany", "Yang Jiechi, the State Councillor of China".</summary>
internal sealed class ActorJoining(Knowledge knowledge, ArticleMemory memory)
{
    public void Run(Reading reading)
    {
        FindBoth(reading);
        JoinOf(reading);
        JoinAppositions(reading);
    }

    /// <summary>"experts of the two countries", "negotiators of both parties": those of the sides, whatever such words mean elsewhere.</summary>
    private static void FindBoth(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = 0; i + 2 < chunks.Count; i++)
        {
            if (chunks[i] is { Kind: ChunkKind.Noun, IsPlural: true } && chunks[i + 1] is { Kind: ChunkKind.Preposition, Head: "of" or "from" } && chunks[i + 2] is { Kind: ChunkKind.Noun, Head: "countries" or "parties" or "sides" or "nations" or "states" or "governments" } both
                && (reading.Tokens[both.First].Is("both") || (both.First + 1 < both.Last && reading.Tokens[both.First + 1].Is("two"))))
            {
                chunks[i].IsCommoner = false;
                both.IsCommoner = false;
            }
        }
    }

    /// <summary>"the leaders of France and Germany", "head of the European Commission": the parties stand behind "of".</summary>
    private void JoinOf(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = chunks.Count - 3; i >= 0; i--)
        {
            var holder = chunks[i];
            if (holder is { Kind: ChunkKind.Noun, IsActor: true, Head: "ambassador" or "envoy" or "consul" or "commissioner" or "representative" } && chunks[i + 1] is { Kind: ChunkKind.Preposition, Head: "to" } && chunks[i + 2] is { Kind: ChunkKind.Noun, Event: null } post && (post.Place is not null || post.IsActor) && holder.Parties.Exists(p => p.Known))
            {
                // "China's ambassador to Fiji, Qian Bo": where he is posted, and his name behind it.
                var man = NameBehind(reading, post);
                foreach (var party in holder.Parties.Where(p => p.Persons.Count == 0 && man.Length > 0))
                    party.AddPerson(man);
                holder.Last = post.Last;
                chunks.RemoveRange(i + 1, 2);
                continue;
            }

            if (holder.Kind != ChunkKind.Noun || !holder.IsActor || holder.Event is not null || chunks[i + 1].Kind != ChunkKind.Preposition || !(chunks[i + 1].Head is "of" or "from" || (chunks[i + 1].Head == "for" && WordLists.SpeakersFor.Has(holder.Head))))
                continue;
            var of = chunks[i + 1].Head is "of" or "for";
            var list = Coordination.From(reading, i + 2, out var last);
            if (of && list.Count == 2 && list[0].Place is { Kind: NameKind.State or NameKind.Seat } && holder.Parties.Exists(p => p.Persons.Count > 0) && list[1].Parties.Exists(p => p.Persons.Count > 0))
            {
                // "Presidents Milosevic of Serbia and Tudjman of Croatia": each of his own.
                list.RemoveAt(1);
                last = i + 2;
            }

            if (of && holder.Parties is [{ Known: true, Country: { } home }] && list is [{ IsActor: true, Parties: [{ } named] }] && named.Id == home)
            {
                // "Foreign Minister Maurice Schumann of France": said twice.
                holder.Last = chunks[last].Last;
                chunks.RemoveRange(i + 1, last - i);
                continue;
            }

            if (holder.Parties.Exists(p => p.Known && p.Country is not null) || holder.IsCommoner)
                continue;
            var parties = new List<Party>();
            foreach (var behind in list)
            {
                if (behind.IsActor || of)
                    parties.AddRange(behind.Parties);
            }

            if (list.Exists(c => c.Event is not null) || (!of && list.Exists(c => !c.IsActor)))
                continue;
            var place = list.FirstOrDefault()?.Place;
            if (parties.Count == 0 && of && place is { Kind: NameKind.City })
                parties.Add(Party.Of(place, place.Name));
            if (parties.Count == 0)
                continue;
            var text = reading.Slice(holder.First, chunks[last].Last);
            List<Party> own = holder.Parties.Count == 0 ? [] : [.. holder.Parties];
            var name = NameBehind(reading, list[^1]);
            holder.Parties.Clear();
            foreach (var party in parties)
            {
                var joined = new Party { Id = party.Id, Name = party.Name, Text = parties.Count == 1 ? text : party.Text, Known = party.Known, Country = party.Country };
                foreach (var former in own)
                    joined.AddPersons(former.Persons);
                joined.AddPersons(party.Persons);
                if (name.Length > 0 && parties.Count == 1 && joined.Persons.Count == 0)
                    joined.AddPerson(name);
                for (var person = 0; person < joined.Persons.Count; person++)
                    memory.Remember(joined.Persons[person], joined);
                holder.AddParty(knowledge, joined);
            }

            if (holder.Head.Length > 0)
                memory.Offices.Note(holder.Head, holder.Parties);
            holder.Last = chunks[last].Last;
            chunks.RemoveRange(i + 1, last - i);
        }
    }

    /// <summary>"Foreign Minister of Italy Luigi Di Maio": the name behind the country, in the same phrase.</summary>
    private static string NameBehind(Reading reading, Chunk chunk)
    {
        var from = -1;
        foreach (var name in reading.Names)
        {
            if (name.First >= chunk.First && name.Last <= chunk.Last)
                from = name.Last;
        }

        if (from < 0)
            return "";
        var last = from;
        while (last < chunk.Last && reading.Tokens[last].Tag == Tag.Name)
            last++;
        return reading.Slice(from, last);
    }

    /// <summary>"Yang Jiechi, the State Councillor of China,": one party, named twice.</summary>
    private void JoinAppositions(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var i = 0; i + 2 < chunks.Count; i++)
        {
            var first = chunks[i];
            var second = chunks[i + 2];
            if (first.Kind != ChunkKind.Noun || chunks[i + 1].Kind != ChunkKind.Comma || second.Kind != ChunkKind.Noun || first.Event is not null || second.Event is not null)
                continue;
            var closes = i + 3 >= chunks.Count || chunks[i + 3].Kind is ChunkKind.Comma or ChunkKind.Break or ChunkKind.Quote;
            if (!closes && !(chunks[i + 3].Kind is ChunkKind.Verb or ChunkKind.Preposition))
                continue;
            if (i + 4 < chunks.Count && chunks[i + 3].Kind == ChunkKind.Comma && chunks[i + 4].Kind == ChunkKind.Noun && chunks[i + 4].IsActor && second.IsActor && first.IsActor && !Describes(second) && !Describes(first))
                continue;
            if (i + 4 < chunks.Count && chunks[i + 3].Kind is ChunkKind.Conjunction)
                continue;
            if (first.Parties is [{ Known: true, Country: { } one }] && second.Parties is [{ Known: true, Country: { } another }] && one != another && first.Parties[0].Persons.Count > 0 && second.Parties[0].Persons.Count > 0)
                continue;
            if (Describes(first) && second.IsActor && second.Parties.Count == 1 && first.IsActor && first.Parties.Count == 1)
            {
                Merge(first, first.Parties[0].Known && first.Parties[0].Country is not null && !(NamesGroup(reading, second) && !NamesGroup(reading, first)) ? first.Parties[0] : second.Parties[0], second, reading);
                chunks.RemoveRange(i + 1, 2);
                CloseInList(chunks, i);
                i--;
            }
            else if (IsBareName(reading, first) && !first.Parties.Exists(p => p.IsPlace) && !(first.Place is not null && i > 0 && chunks[i - 1].Kind == ChunkKind.Preposition) && second.IsActor && second.Parties.Count == 1 && Describes(second))
            {
                var name = reading.Slice(first.First, first.Last);
                var party = second.Parties[0];
                if (!party.Persons.Contains(name) && first.Parties.Count == 0)
                    party.AddPerson(name);
                memory.Remember(name, party);
                Merge(first, first.Parties.Count == 1 && first.Parties[0].Country is not null ? first.Parties[0] : party, second, reading);
                first.IsActor = true;
                chunks.RemoveRange(i + 1, 2);
                CloseInList(chunks, i);
                i--;
            }
            else if (Describes(first) && first.IsActor && first.Parties.Count == 1 && !second.IsActor && second.Parties.Count == 0 && !second.IsDate && second.Place is null && IsBareName(reading, second) && IsFullName(reading, second))
            {
                // "Syria's foreign minister, Abdel Halim Khaddam, who": the holder is in no list.
                var name = reading.Slice(second.First, second.Last);
                var party = first.Parties[0].Named(first.Parties[0].Text);
                party.AddPerson(name);
                memory.Remember(name, party);
                Merge(first, party, second, reading);
                chunks.RemoveRange(i + 1, 2);
                CloseInList(chunks, i);
                i--;
            }
            else if (IsBareName(reading, first) && first.Parties.Count == 0 && second.IsCommoner)
            {
                first.IsCommoner = true;
            }
        }
    }

    /// <summary>"the largest rebel group, the MILF": the name says which it is, and not whom the text is about.</summary>
    private static bool NamesGroup(Reading reading, Chunk chunk)
    {
        foreach (var name in reading.Names)
        {
            if (name.Entry.Kind == NameKind.Group && name.First >= chunk.First && name.Last <= chunk.Last)
                return true;
        }

        return false;
    }

    /// <summary>"India's foreign secretary, Shyam Saran, and Pakistan's met": the comma ends the name, and the list goes on.</summary>
    private static void CloseInList(List<Chunk> chunks, int named)
    {
        if (named + 3 >= chunks.Count || chunks[named + 1].Kind != ChunkKind.Comma || chunks[named + 2] is not { Kind: ChunkKind.Conjunction, Head: "and" } || chunks[named + 3] is not { Kind: ChunkKind.Noun, IsActor: true })
            return;
        for (var j = named - 1; j >= 0 && chunks[j].Kind is not (ChunkKind.Break or ChunkKind.Subordinator); j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return;
        }

        chunks.RemoveAt(named + 1);
    }

    private static bool IsFullName(Reading reading, Chunk chunk) =>
        chunk.Last - chunk.First is > 1 and < 6 && reading.Tokens[chunk.First].Capital && !reading.Tokens[chunk.First].Is(WordClass.Month | WordClass.Weekday);

    private void Merge(Chunk first, Party party, Chunk second, Reading reading)
    {
        var (held, by) = (first.HeadWord is not null ? first.Head : "", second.HeadWord is not null ? second.Head : "");

        var text = reading.Slice(first.First, second.Last);
        var merged = new Party { Id = party.Id, Name = party.Name, Text = text, Known = party.Known, Country = party.Country };
        foreach (var of in first.Parties)
            merged.AddPersons(of.Persons);
        foreach (var of in second.Parties)
            merged.AddPersons(of.Persons);
        merged.AddPersons(party.Persons);
        first.Parties.Clear();
        first.Parties.Add(merged);
        memory.Offices.Note(held, first.Parties);
        memory.Offices.Note(by, first.Parties);
        first.Last = second.Last;
    }

    private static bool Describes(Chunk chunk) => chunk.HeadWord is not null && chunk.Head.Length > 0 && chunk.IsActor || chunk.Parties.Exists(p => p.Text.Contains(" of ", StringComparison.Ordinal));

    private static bool IsBareName(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (reading.Tokens[i].Tag != Tag.Name && reading.Tokens[i].Mark != Mark.Hyphen)
                return chunk.IsActor && chunk.Parties.Exists(p => p.Persons.Count > 0);
        }

        return true;
    }
}
