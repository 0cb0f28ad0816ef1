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
            if (!party.Weak || !WordLists.Governing.Has(party.Id))
                continue;
            var group = parties.Find(p => p.Known && p.Country is not null && p.Country != p.Id && knowledge.PartyCountries.ContainsKey(p.Id));
            if (group?.Country is { } country && !parties.Exists(p => p.Id == country) && (!WordLists.EitherSides.Has(party.Id) || party.Text.Contains("government", StringComparison.OrdinalIgnoreCase) || party.Text.Contains("army", StringComparison.OrdinalIgnoreCase) || party.Text.Contains("military", StringComparison.OrdinalIgnoreCase)))
                parties[i] = new Party { Id = country, Name = knowledge.PartyName(country), Text = party.Text, Known = true, Country = country };
        }

        parties.RemoveAll(p => p.Weak);

        // "the president went on": an office of nobody is no third side beside two that are named.
        if (parties.Count(p => p.Known) > 1)
            parties.RemoveAll(p => !p.Known && !p.Fighters && p.Persons.Count == 0);
    }
}
