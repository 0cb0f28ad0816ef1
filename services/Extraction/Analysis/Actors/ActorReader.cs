namespace Parley.Extraction.Analysis;

/// <summary>Says for each noun phrase which parties it names, by names, offices and what the article said before.</summary>
internal sealed class ActorReader(Knowledge knowledge, ArticleMemory memory)
{
    private static readonly HashSet<string> Backing =
        ["backed", "based", "held", "controlled", "sponsored", "run", "occupied", "allied", "supported", "imposed", "trained", "armed", "funded", "born", "style", "built", "made", "recognised", "recognized", "era", "appointed", "drafted", "dominated", "administered", "wide", "friendly", "aligned", "owned", "ruled", "designated", "listed", "educated", "installed", "supplied"];

    private static readonly HashSet<string> Brokering = ["brokered", "mediated", "sponsored", "facilitated", "hosted", "led", "convened", "negotiated", "supervised"];

    // Filled anew for each phrase.
    private readonly List<NameSpan> names = [];
    private readonly List<NameSpan> persons = [];
    private readonly List<NameSpan> others = [];

    public void Run(Reading reading)
    {
        foreach (var chunk in reading.Chunks)
        {
            if (chunk.Kind == ChunkKind.Noun && !chunk.IsPronoun && !ReadKorea(reading, chunk))
                Read(reading, chunk);
        }

        FindBoth(reading);
        JoinOf(reading);
        JoinAppositions(reading);
    }

    /// <summary>"the North", "the South" where the text speaks of Korea.</summary>
    private bool ReadKorea(Reading reading, Chunk chunk)
    {
        var token = reading.Tokens[chunk.Last - 1];
        if (!token.Capital || chunk.Last - chunk.First > 2 || !(token.Is("north") || token.Is("south")))
            return false;
        if (!reading.Names.Exists(n => n.Entry.Country is "PRK" or "KOR" or null && n.Entry.Party.Contains("KOR", StringComparison.Ordinal) | n.Entry.Party == "PRK") && !memory.Recent.Exists(p => p.Id is "PRK"))
            return false;
        var id = token.Is("north") ? "PRK" : "KOR";
        AddParty(chunk, new Party { Id = id, Name = Named(id), Text = reading.Slice(chunk.First, chunk.Last), Known = true, Country = id });
        chunk.IsActor = true;
        return true;
    }

    private void Read(Reading reading, Chunk chunk)
    {
        var tokens = reading.Tokens;
        var office = default(OfficeClass?);
        var officeAt = -1;
        var officeEnd = -1;
        var body = "";
        var rebel = false;
        var unknownFirst = -1;
        var unknownLast = -1;
        var limit = chunk.Event is null ? chunk.Last : chunk.EventAt;
        names.Clear();
        for (var i = chunk.First; i < limit;)
        {
            if (reading.NameAt(i) is { } name)
            {
                i = name.Last;
                if (name.Last > limit && chunk.Event is not null)
                    continue;
                if (i + 1 < tokens.Length && tokens[i].Mark == Mark.Hyphen && tokens[i + 1].Word is { } qualifier)
                {
                    if (Brokering.Contains(qualifier.Text) && chunk.Event is not null)
                    {
                        chunk.AddMediator(PartyOf(name.Entry, reading.Slice(name.First, name.Last)));
                        i += 2;
                        continue;
                    }

                    if (Backing.Contains(qualifier.Text) || qualifier.Text is "brokered" or "mediated" or "led" && chunk.Event is null && qualifier.Text != "led")
                    {
                        i += 2;
                        continue;
                    }
                }

                names.Add(name);
                continue;
            }

            var end = knowledge.Offices.Match(tokens.AsSpan(0, limit), i, out var found);
            if (found is not null && (tokens[i].Tag is not Tag.Name || tokens[i].Capital))
            {
                // The last office of the phrase is its head; persons before names win over their ministries.
                if (office is not OfficeClass.Person || found[0] is OfficeClass.Person || end == limit)
                {
                    rebel |= office is OfficeClass.Force && body is "rebel" or "guerrilla" or "insurgent" or "separatist" or "militia" or "militant" || (found[0] == OfficeClass.Person && found.Count > 0 && tokens[i].Word?.Text is "rebel" or "guerrilla" or "separatist" or "opposition" or "nationalist" or "insurgent" or "secessionist" or "militia" or "faction");
                    office = found[0];
                    body = office is OfficeClass.Force && end - i > 1 && tokens[i].Word?.Text is "rebel" or "armed" or "guerrilla" or "militant" or "insurgent" or "separatist" ? "rebels" : tokens[end - 1].Word!.Text;
                    officeAt = i;
                    officeEnd = end;
                }

                i = end;
                continue;
            }

            if (tokens[i].Tag == Tag.Name && tokens[i].Mark == Mark.Word)
            {
                if (unknownFirst < 0 || unknownLast < i - 1)
                    unknownFirst = i;
                unknownLast = i;
            }

            i++;
        }

        if (rebel && office == OfficeClass.Person && unknownFirst < 0)
        {
            office = OfficeClass.Force;
            body = "rebels";
        }

        // Names of persons between commas and offices: "Foreign Minister Luigi Di Maio".
        Resolve(reading, chunk, office, officeAt, officeEnd, body, unknownFirst, unknownLast, limit);
    }

    private void Resolve(
        Reading reading, Chunk chunk, OfficeClass? office, int officeAt, int officeEnd, string body, int unknownFirst, int unknownLast, int limit)
    {
        var tokens = reading.Tokens;
        persons.Clear();
        others.Clear();
        foreach (var name in names)
        {
            if (name.Entry.Kind == NameKind.Person)
                persons.Add(name);
            else if (name.Entry.Kind != NameKind.City)
                others.Add(name);
            if (name.Entry.Kind is NameKind.City or NameKind.Seat or NameKind.State && (chunk.Place is null || name.Entry.Kind == NameKind.City))
            {
                chunk.Place = name.Entry;
                chunk.PlaceAt = name.First;
                chunk.PlaceEnd = name.Last;
            }
        }

        // Most phrases name nobody.
        if (persons.Count == 0 && others.Count == 0 && office is null && unknownFirst < 0)
            return;
        var text = reading.Slice(chunk.First, limit);
        var unknown = unknownFirst >= 0 ? reading.Slice(unknownFirst, unknownLast + 1) : "";
        if (persons.Count > 0)
        {
            foreach (var person in persons)
            {
                var entry = memory.Recall(person.Entry.Name, person.Entry);
                var party = PartyOf(entry, persons.Count == 1 ? text : reading.Slice(person.First, person.Last), others.Exists(o => o.Entry.Party == entry.Party));
                var stated = others.Find(o => o.Entry.Kind is not NameKind.Seat && o.First < person.First);

                // The text's own words on whose man he is win where the list says another country; a surname alone may be another person.
                if (stated.Entry is { } said && said.Party != party.Id && said.Country != party.Country && office is OfficeClass.Person)
                {
                    var full = reading.Slice(Math.Min(person.First, unknownFirst >= 0 && unknownFirst < person.First ? unknownFirst : person.First), person.Last);
                    party = PartyOf(said, text);
                    party.Persons.Add(full);
                    memory.Remember(full, party);
                }
                else
                {
                    party.Persons.Add(entry.Name);
                    if (person.Last - person.First > 1)
                        memory.Remember(entry.Name, party);
                }

                AddParty(chunk, party);
            }

            // "Aliyev's decision" is no person.
            chunk.IsActor = chunk.Event is null && Trails(tokens, persons[^1].Last, limit, unknownFirst, unknownLast, names);
            return;
        }

        var headIsName = others.Count > 0 && others[^1].Last >= limit - (limit < tokens.Length && tokens[limit - 1].Tag == Tag.Genitive ? 1 : 0) && others[^1].Last <= limit;
        // "Azerbaijani and Iranian experts", "his Congolese colleague": men of two states, or one beside another.
        if (office is OfficeClass.Commoner && chunk.Event is null && ((body is "experts" && others.Select(o => o.Entry.Party).Distinct().Count() > 1) || (body is "colleague" or "colleagues" && others.Count > 0 && reading.Tokens[chunk.First].Tag == Tag.Possessive)))
            office = OfficeClass.Person;
        if (office is OfficeClass.Commoner)
        {
            if (body is "committee" or "commission" && others.Select(o => o.Entry.Party).Distinct().Count() > 1)
            {
                foreach (var side in others)
                    chunk.AddModifier(PartyOf(side.Entry, reading.Slice(side.First, side.Last)));
            }

            chunk.IsCommoner = true;
            if (!headIsName)
                return;
        }

        if (office is OfficeClass.Person or OfficeClass.Body or OfficeClass.Force && officeEnd > 0 && (chunk.Event is null || others.Count > 0))
        {
            // What stands behind the office must be its holder, or nothing: "the prime minister's plan" is no actor.
            if (Trails(tokens, officeEnd, limit, unknownFirst, unknownLast, names))
            {
                AddHolders(reading, chunk, others, office.Value, body, unknown, text);
                chunk.IsActor = chunk.Parties.Count > 0 && chunk.Event is null;
                return;
            }
        }

        if (chunk.Event is not null)
        {
            foreach (var name in others)
                AddParty(chunk, PartyOf(name.Entry, reading.Slice(name.First, name.Last)));
            if (unknown.Length > 0 && memory.Known(unknown) is { } remembered)
                AddParty(chunk, Copy(remembered, unknown));
            return;
        }

        if (headIsName)
        {
            var head = others[^1];
            if (head.Entry.Kind == NameKind.Demonym && !IsPeople(reading, chunk, head))
                return;
            foreach (var name in others.Count > 1 && tokens[others[0].Last].Tag == Tag.Genitive ? [others[^1]] : others)
                AddParty(chunk, PartyOf(name.Entry, others.Count == 1 ? text : reading.Slice(name.First, name.Last)));
            chunk.IsActor = true;
            return;
        }

        if (chunk.HeadWord?.NounFrame is not null || chunk.Head is "deal" or "agreement" or "accord" or "pact" or "summit" or "talks" or "dispute" or "conflict" or "war" or "rift" or "crisis" or "negotiators")
        {
            foreach (var name in others)
                chunk.AddModifier(PartyOf(name.Entry, reading.Slice(name.First, name.Last)));
        }

        if (unknownLast == limit - 1 || (unknownLast == limit - 2 && tokens[limit - 1].Tag == Tag.Genitive))
        {
            if (memory.Known(unknown) is { } known)
            {
                AddParty(chunk, Copy(known, text));
                chunk.IsActor = true;
            }
            else if (Groups.IsAcronym(reading, unknownFirst, unknownLast) && chunk.Event is null)
            {
                AddParty(chunk, Groups.Of(unknown, unknown, text));
                chunk.IsActor = true;
            }
            else if (others.Count == 1 && others[0].Entry.Kind is NameKind.State or NameKind.Organisation or NameKind.Group or NameKind.Seat && tokens[others[0].Last].Tag == Tag.Genitive && unknownFirst == others[0].Last + 1 && unknownLast - unknownFirst < 3 && !tokens[unknownFirst].AllCapitals)
            {
                // "Chad's Idriss": whose man he is stands before him.
                var party = PartyOf(others[0].Entry, text);
                party.Persons.Add(unknown);
                memory.Remember(unknown, party);
                AddParty(chunk, party);
                chunk.IsActor = true;
            }
            else if (others.Count == 1 && others[0].Entry.Kind is NameKind.Demonym or NameKind.State && tokens[others[0].Last].Tag is Tag.Genitive or Tag.Name && chunk.Last - chunk.First < 8 && unknownLast - unknownFirst is > 0 and < 4 && others[0].Entry.Kind is NameKind.Demonym)
            {
                return;
            }
        }

        _ = officeAt;
    }

    private static bool Trails(Token[] tokens, int from, int limit, int unknownFirst, int unknownLast, List<NameSpan> names)
    {
        for (var i = from; i < limit; i++)
        {
            if (tokens[i].Mark == Mark.Hyphen || tokens[i].Tag is Tag.Name || (tokens[i].Tag is Tag.Number or Tag.Genitive && i == limit - 1))
                continue;
            if (i >= unknownFirst && i <= unknownLast)
                continue;
            if (tokens[i].Tag == Tag.Genitive && names.Count > 0 && names[^1].First > i)
                continue;
            if (tokens[i].Capital && tokens[i].Mark == Mark.Word)
                continue;
            if (tokens[i].Is("designate") || tokens[i].Is("elect"))
                continue;
            return false;
        }

        return true;
    }

    private void AddHolders(Reading reading, Chunk chunk, List<NameSpan> others, OfficeClass office, string body, string unknown, string text)
    {
        var rebels = office == OfficeClass.Force && body is not ("troops" or "soldiers" or "forces" or "army" or "navy" or "air force" or "command" or "front" or "force" or "resistance" or "sides" or "parties" or "factions" or "combatants" or "belligerents" or "group" or "groups" or "movement");
        if (others.Count > 0)
        {
            // "Somalia's al-Shabaab militants": the group is named, the country only says where.
            var named = office == OfficeClass.Force && others.Exists(o => o.Entry.Kind == NameKind.Group);
            foreach (var name in others)
            {
                if (named && name.Entry.Kind is NameKind.State or NameKind.Demonym)
                    continue;
                var party = rebels && name.Entry.Kind is NameKind.State or NameKind.Demonym
                    ? new Party { Id = name.Entry.Party + (body == "opposition" ? ".OPP" : ".REB"), Name = name.Entry.Name + " " + body, Text = text, Known = true, Country = name.Entry.Country }
                    : PartyOf(name.Entry, others.Count == 1 ? text : reading.Slice(name.First, name.Last));
                if (unknown.Length > 0 && office == OfficeClass.Person && others.Count == 1)
                {
                    party.Persons.Add(unknown);
                    memory.Remember(unknown, party);
                }

                AddParty(chunk, party);
            }

            return;
        }

        if (unknown.Length > 0 && memory.Known(unknown) is { } known)
        {
            AddParty(chunk, Copy(known, text));
            return;
        }

        if (office == OfficeClass.Force && (unknown.Length > 0 || (reading.Tokens[chunk.Last - 1].Capital && chunk.Last - chunk.First > 2 && !reading.Sentence.IsTitle)))
        {
            AddParty(chunk, Groups.Named(reading, chunk, unknown.Length > 0 ? unknown : text, text, memory));
            return;
        }

        // An office without a name of its party: its holder, or the body, in the country that the article is about is not guessed here.
        var slug = Slug(unknown.Length > 0 ? unknown : rebels ? "rebels" : body);
        var generic = new Party { Id = slug, Name = unknown.Length > 0 ? unknown : text, Text = text, Known = unknown.Length > 0, Weak = unknown.Length == 0 && (office == OfficeClass.Force ? !IsFighters(body) : IsVague(body)), Fighters = office == OfficeClass.Force && unknown.Length == 0 && IsFighters(body) };
        if (unknown.Length > 0)
            generic.Persons.Add(unknown);
        AddParty(chunk, generic);
    }

    private static bool IsFighters(string body) =>
        body is "rebels" or "rebel" or "insurgents" or "guerrillas" or "guerillas" or "separatists" or "secessionists" or "militias" or "militia" or "sides" or "parties" or "factions" or "combatants" or "belligerents" or "opposition" or "paramilitaries" or "warlords" or "militants" or "fighters" or "clans" or "insurgency" or "gunmen";

    private static bool IsVague(string body) =>
        body is "government" or "state" or "country" or "nation" or "nations" or "administration" or "authorities" or "authority" or "regime" or "side" or "team" or "cabinet" or "parliament" or "coalition" or "alliance" or "leadership" or "head" or "figure" or "member" or "community" || body.EndsWith('s');

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
                    party.Persons.Add(man);
                holder.Last = post.Last;
                chunks.RemoveRange(i + 1, 2);
                continue;
            }

            if (holder.Kind != ChunkKind.Noun || !holder.IsActor || holder.Event is not null || chunks[i + 1].Kind != ChunkKind.Preposition || !(chunks[i + 1].Head is "of" or "from" || (chunks[i + 1].Head == "for" && holder.Head is "negotiators" or "negotiator" or "representatives" or "representative" or "envoys" or "envoy" or "delegates" or "spokesman" or "spokeswoman" or "spokesmen")))
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
                parties.Add(PartyOf(place, place.Name));
            if (parties.Count == 0)
                continue;
            var text = reading.Slice(holder.First, chunks[last].Last);
            var own = holder.Parties.SelectMany(p => p.Persons).ToList();
            var name = NameBehind(reading, list[^1]);
            holder.Parties.Clear();
            foreach (var party in parties)
            {
                var joined = new Party { Id = party.Id, Name = party.Name, Text = parties.Count == 1 ? text : party.Text, Known = party.Known, Country = party.Country };
                joined.Persons.AddRange(own.Concat(party.Persons).Distinct());
                if (name.Length > 0 && parties.Count == 1 && joined.Persons.Count == 0)
                    joined.Persons.Add(name);
                foreach (var person in joined.Persons)
                    memory.Remember(person, joined);
                AddParty(holder, joined);
            }

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
                Merge(first, first.Parties[0].Known && first.Parties[0].Country is not null ? first.Parties[0] : second.Parties[0], second, reading);
                chunks.RemoveRange(i + 1, 2);
                i--;
            }
            else if (IsBareName(reading, first) && !first.Parties.Exists(p => p.IsPlace) && second.IsActor && second.Parties.Count == 1 && Describes(second))
            {
                var name = reading.Slice(first.First, first.Last);
                var party = second.Parties[0];
                if (!party.Persons.Contains(name) && first.Parties.Count == 0)
                    party.Persons.Add(name);
                memory.Remember(name, party);
                Merge(first, first.Parties.Count == 1 && first.Parties[0].Country is not null ? first.Parties[0] : party, second, reading);
                first.IsActor = true;
                chunks.RemoveRange(i + 1, 2);
                i--;
            }
            else if (Describes(first) && first.IsActor && first.Parties.Count == 1 && !second.IsActor && second.Parties.Count == 0 && !second.IsDate && second.Place is null && IsBareName(reading, second) && IsFullName(reading, second))
            {
                // "Syria's foreign minister, Abdel Halim Khaddam, who": the holder is in no list.
                var name = reading.Slice(second.First, second.Last);
                var party = Copy(first.Parties[0], first.Parties[0].Text);
                party.Persons.Add(name);
                memory.Remember(name, party);
                Merge(first, party, second, reading);
                chunks.RemoveRange(i + 1, 2);
                i--;
            }
            else if (IsBareName(reading, first) && first.Parties.Count == 0 && second.IsCommoner)
            {
                first.IsCommoner = true;
            }
        }
    }

    private static bool IsFullName(Reading reading, Chunk chunk) =>
        chunk.Last - chunk.First is > 1 and < 6 && reading.Tokens[chunk.First].Capital && !reading.Tokens[chunk.First].Is(WordClass.Month | WordClass.Weekday);

    private static void Merge(Chunk first, Party party, Chunk second, Reading reading)
    {
        var text = reading.Slice(first.First, second.Last);
        var merged = new Party { Id = party.Id, Name = party.Name, Text = text, Known = party.Known, Country = party.Country };
        foreach (var person in first.Parties.Concat(second.Parties).SelectMany(p => p.Persons).Concat(party.Persons).Distinct())
            merged.Persons.Add(person);
        first.Parties.Clear();
        first.Parties.Add(merged);
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

    private static bool IsPeople(Reading reading, Chunk chunk, NameSpan name)
    {
        var last = reading.Text[reading.Tokens[name.Last - 1].End - 1];
        return last == 's' || reading.Tokens[chunk.First].Is("the") || (chunk.Last < reading.Tokens.Length && reading.Tokens[chunk.Last].Tag == Tag.Conjunction);
    }

    private string Named(string id) => knowledge.PartyNames.GetValueOrDefault(id, id);

    public static Party PartyOf(NameEntry entry, string text, bool stated = false) =>
        new()
        {
            Stated = stated || entry.Kind is not NameKind.Person,
            Id = entry.Party,
            Name = entry.PartyName,
            Text = text,
            Known = true,
            Country = entry.Country ?? entry.Party,
            IsPlace = entry.Kind is NameKind.Seat or NameKind.State or NameKind.City,
        };

    private static Party Copy(Party party, string text)
    {
        var copy = new Party { Id = party.Id, Name = party.Name, Text = text, Known = party.Known, Country = party.Country };
        copy.Persons.AddRange(party.Persons);
        return copy;
    }

    private void AddParty(Chunk chunk, Party party)
    {
        if (party.Id.Contains('+', StringComparison.Ordinal))
        {
            foreach (var id in party.Id.Split('+'))
                AddParty(chunk, new Party { Id = id, Name = Named(id), Text = party.Text, Known = true, Country = id });
            return;
        }

        var same = party.In(chunk.Parties);
        if (same is null)
            chunk.Parties.Add(party);
        else
            same.Persons.AddRange(party.Persons.Except(same.Persons));
    }

    public static string Slug(string text) => Folding.Fold(text).Replace(' ', '-').Replace("'s", "", StringComparison.Ordinal).Trim('-');
}
