using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Whose a ceasefire is where the sentence does not say it by name: the article's two sides, the fighters of the country that it is about.</summary>
internal static class EventSides
{
    /// <summary>"The truce came into effect on Friday": whose it is, the article has said.</summary>
    public static void Add(Reading reading, Candidate candidate, ArticleMemory memory, bool war)
    {
        var sides = memory.Sides;
        var pair = sides.OfTruce;
        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Proposed, Parties: [{ Known: true } author] } && author.Id == author.Country && sides.AtWar && pair.Count == 2 && !pair.Any(s => s.Same(author) || s.Country == author.Id) && reading.Chunks[candidate.At].Parties.Count == 0)
        {
            // "France set out a plan for a ceasefire", in a text about two others at war: theirs.
            Candidate.Add(candidate.Mediators, author);
            candidate.Parties.Clear();
            candidate.AddParties(pair);
            reading.Note(candidate.At, "who proposes a truce of others is no side of it", ExplanationStage.Parties);
            return;
        }

        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.UnderNegotiation, Parties.Count: 0, Callers.Count: > 0, Unilateral: false } && pair.Count == 2 && candidate.Callers.Exists(c => c.IsIn(pair)))
        {
            // "The two governments must sign a truce", "The rebels want a truce first": their own, of the two.
            candidate.Callers.RemoveAll(c => c.IsIn(pair));
            candidate.AddParties(pair);
            reading.Note(candidate.At, "a side of the war asks for it: it is of the two sides that the text is about", ExplanationStage.Parties);
            return;
        }

        if (candidate.Type != EntryType.Ceasefire || pair.Count != 2 || !(sides.AtWar || war || candidate.Parties.Count > 0 || pair.Any(p => p.Id != p.Country)) || candidate.Unilateral || candidate.Status is EntryStatus.CalledFor or EntryStatus.Proposed)
            return;
        var chunk = reading.Chunks[candidate.At];

        // Another group in the same sentence: the truce is rather its own.
        if (reading.Names.Exists(n => n.Entry.Kind == NameKind.Group && !pair.Any(p => p.Id == n.Entry.Party)))
            return;
        if (candidate.At > 0 && reading.Chunks[candidate.At - 1] is { Kind: ChunkKind.Verb, Lemma: "announce" or "confirm" or "hail" or "report" } && candidate.Parties.Count > 0 && !candidate.Parties.Exists(p => pair.Any(s => s.Same(p) || s.Country == p.Id)))
        {
            foreach (var broker in candidate.Parties)
                Candidate.Add(candidate.Mediators, broker);
            candidate.Parties.Clear();
        }

        // "The truce was proclaimed by the president": a third state, by itself, is no side of it.
        var made = candidate.Verb >= 0 && candidate.Verb < candidate.At ? reading.Chunks[candidate.Verb].Lemma : "";
        if ((sides.AtWar || WordLists.BringingAbout.Has(made)) && made is not ("sign" or "initial") && candidate.Parties is [{ Known: true } third] && third.Id == third.Country && chunk.Kind == ChunkKind.Noun && !chunk.Parties.Exists(p => p.Same(third)) && !pair.Any(s => s.Same(third) || s.Country == third.Id)
            && candidate.Status is not (EntryStatus.Rejected or EntryStatus.Violated) && !Clauses.Phrases(reading, candidate.At).Exists(p => p.Preposition is "with" or "between"))
        {
            Candidate.Add(candidate.Mediators, third);
            candidate.Parties.Clear();
        }

        var signed = candidate.Parties.Count == 1 && candidate.At > 0 && reading.Chunks[candidate.At - 1] is { Kind: ChunkKind.Verb, Lemma: "sign" or "reach" or "conclude" or "strike" };
        var one = candidate.Parties.Count == 1 && !(memory.OwnTruce is { } own && own.Same(candidate.Parties[0])) && (signed || (chunk.IsDefinite && !reading.Tokens[chunk.First].Is("its") && candidate.Status is not EntryStatus.Agreed)) && pair.Any(p => p.Same(candidate.Parties[0]));
        if (candidate.Parties.Count == 0 || one)
        {
            candidate.AddParties(pair.Where(p => !candidate.Mediators.Exists(m => m.Same(p))));
            reading.Note(candidate.At, "the sentence does not say whose it is: it is of the two sides that the text is about", ExplanationStage.Parties);
        }
    }

    /// <summary>"the rebels declared their ceasefire at an end. The cessation will end at six": one side's own truce stays its own.</summary>
    public static void AddOwner(Reading reading, Candidate candidate, ArticleMemory memory)
    {
        if (candidate.Type != EntryType.Ceasefire)
            return;
        var chunk = reading.Chunks[candidate.At];
        if (candidate.Parties is [{ Known: true } owner] && owner.Country != owner.Id && chunk.Kind == ChunkKind.Noun && reading.Tokens[chunk.First].Is("its") && candidate.Verb >= 0 && candidate.Verb < candidate.At && candidate.Status is EntryStatus.Suspended or EntryStatus.Collapsed or EntryStatus.Agreed or EntryStatus.Extended)
            memory.OwnTruce = owner;
        else if (candidate.Parties.Count == 0 && chunk.IsDefinite && memory.OwnTruce is { } own && candidate.Status is not (EntryStatus.CalledFor or EntryStatus.Proposed))
            candidate.AddParties([own]);
    }

    /// <summary>"In the capital, the envoy ended a visit": the state whose capital it is, where only one is named that visits (Ruling 29).</summary>
    public static void AddVisited(Reading reading, Candidate candidate, Knowledge knowledge)
    {
        if (candidate is not { Kind: EntryKind.Visit, Type: EntryType.Talks, Parties: [{ Known: true } guest], Place: { Country: { } country } place } || guest.Country == country
            || !(place.Kind is NameKind.State or NameKind.Seat || knowledge.Capitals.GetValueOrDefault(country) == place.Name))
            return;
        candidate.Parties.Add(new Party { Id = place.Party, Name = place.PartyName, Text = candidate.PlaceText.Length > 0 ? candidate.PlaceText : place.Name, Known = true, Country = country, IsPlace = true });
        reading.Note(candidate.At, "the state whose capital the visit is to", ExplanationStage.Parties);
    }

    /// <summary>"the rebels", "the warring sides": of the country where the event is, or of the one that the article speaks of most.</summary>
    public static void NameFighters(Reading reading, Candidate candidate, Knowledge knowledge, Dictionary<string, int> countries, Sides told)
    {
        for (var i = 0; i < candidate.Parties.Count; i++)
        {
            var party = candidate.Parties[i];
            if (!party.Fighters || party.Known)
                continue;
            var sides = party.Id is "sides" or "parties" or "factions" or "warring-sides" or "combatants" or "belligerents";
            var beside = candidate.Parties.FindAll(p => p.Known && p.Country is not null && p.Id == p.Country);
            var country = (beside.Count == 1 && !sides ? beside[0].Country : null) ?? (!sides && (candidate.Type == EntryType.Talks || told.OfOneCountry is not null) ? told.OfOneCountry is var (land, _) && (candidate.Type == EntryType.Ceasefire || countries.ContainsKey(land.Id)) ? land.Id : LandAtWar(knowledge, countries, candidate.Place?.Country) ?? LandAtWar(knowledge, countries, null) : null) ?? candidate.Place?.Country ?? reading.Names.Find(n => n.Entry.Kind is NameKind.State or NameKind.Demonym or NameKind.City && !candidate.Parties.Exists(p => p.Id == n.Entry.Party) && HasRebels(knowledge, n.Entry.Country)).Entry?.Country
                ?? LandAtWar(knowledge, countries, null)
                ?? reading.Names.Find(n => n.Entry.Kind is NameKind.State or NameKind.Demonym or NameKind.City && !candidate.Parties.Exists(p => p.Id == n.Entry.Party)).Entry?.Country ?? countries.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault().Key;
            if (country is null)
                continue;
            if (!sides && told.OfOneCountry is var (state, group) && state.Id == country && !group.IsIn(candidate.Parties))
            {
                // The group that the text names is whom it calls the rebels.
                candidate.Parties.RemoveAt(i--);
                Candidate.Add(candidate.Parties, group);
                reading.Note(candidate.At, "the rebels are the group of the country that the text is about", ExplanationStage.Parties);
                continue;
            }

            if (!sides && i == candidate.Parties.Count - 1 && IsBesideGovernment(reading, party))
                candidate.Parties.Add(new Party { Id = country, Name = knowledge.PartyName(country), Text = "the government", Known = true, Country = country });
            candidate.Parties[i] = new Party { Id = sides ? country : country + ".REB", Name = knowledge.PartyName(country) + (sides ? "" : " " + party.Id), Text = party.Text, Known = true, Country = country };
            reading.Note(candidate.At, "fighters or sides without a name are those of the country where it is, or that the text speaks of most", ExplanationStage.Parties);
        }
    }

    /// <summary>Talks of rebels are held anywhere: of those countries that have rebels, without the scene of the talks, the one that the text speaks of most; null where it speaks of none.</summary>
    private static string? LandAtWar(Knowledge knowledge, Dictionary<string, int> countries, string? scene)
    {
        string? land = null;
        foreach (var (country, count) in countries)
        {
            if (country != scene && (land is null || count > countries[land] || (count == countries[land] && string.CompareOrdinal(country, land) < 0)) && HasRebels(knowledge, country))
                land = country;
        }

        return land;
    }

    private static bool HasRebels(Knowledge knowledge, string? country)
    {
        foreach (var (group, of) in knowledge.PartyCountries)
        {
            if (of == country && group != country && !knowledge.Foes.ContainsKey(group))
                return true;
        }

        return false;
    }

    /// <summary>"between the government and the guerrillas": whose government it is follows from whose rebels they are.</summary>
    private static bool IsBesideGovernment(Reading reading, Party fighters)
    {
        var chunks = reading.Chunks;
        for (var i = 0; i + 2 < chunks.Count; i++)
        {
            if (chunks[i + 1] is not { Kind: ChunkKind.Conjunction, Head: "and" })
                continue;
            var (one, other) = chunks[i] is { IsDefinite: true, Head: "government" } ? (chunks[i], chunks[i + 2]) : (chunks[i + 2], chunks[i]);
            if (one is { IsDefinite: true, Head: "government" } && one.Parties.TrueForAll(p => !p.Known) && other.Parties.Exists(p => p.Text == fighters.Text))
                return true;
        }

        return false;
    }
}
