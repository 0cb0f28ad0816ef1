namespace Parley.Extraction.Analysis;

/// <summary>"the government", "the army", "its negotiators" beside an armed group: those of the group's country.</summary>
internal static class Governments
{
    /// <summary>Names them where a party beside them tells the country; a body of no country that is known makes no party, and is dropped.</summary>
    public static void Name(List<Party> parties, Knowledge knowledge)
    {
        for (var i = 0; i < parties.Count; i++)
        {
            var party = parties[i];
            if (!party.Weak || party.Id is not ("government" or "authorities" or "administration" or "regime" or "army" or "military" or "forces" or "troops" or "soldiers" or "side" or "negotiators" or "officials" or "delegation" or "delegates" or "team" or "representatives" or "envoys" or "ministers" or "commanders"))
                continue;
            var group = parties.Find(p => p.Known && p.Country is not null && p.Country != p.Id && knowledge.PartyCountries.ContainsKey(p.Id));
            if (group?.Country is { } country && !parties.Exists(p => p.Id == country) && (party.Id is not ("delegation" or "delegates" or "team" or "representatives" or "envoys" or "ministers" or "commanders" or "officials" or "negotiators") || party.Text.Contains("government", StringComparison.OrdinalIgnoreCase) || party.Text.Contains("army", StringComparison.OrdinalIgnoreCase) || party.Text.Contains("military", StringComparison.OrdinalIgnoreCase)))
                parties[i] = new Party { Id = country, Name = knowledge.PartyName(country), Text = party.Text, Known = true, Country = country };
        }

        parties.RemoveAll(p => p.Weak);

        // "the president went on": an office of nobody is no third side beside two that are named.
        if (parties.Count(p => p.Known) > 1)
            parties.RemoveAll(p => !p.Known && !p.Fighters && p.Persons.Count == 0);
    }
}
