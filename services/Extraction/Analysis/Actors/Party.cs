namespace Parley.Extraction.Analysis;

/// <summary>A party as one phrase of a text names it.</summary>
internal sealed class Party
{
    private static readonly List<string> None = [];
    private List<string>? persons;

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The words of the text.</summary>
    public required string Text { get; set; }

    // Most parties are named without a person, and are asked for it all the same: nothing is made for the asking.
    public IReadOnlyList<string> Persons => persons ?? None;

    public void AddPerson(string person) => (persons ??= new(1)).Add(person);

    /// <summary>Adds those that it does not have yet.</summary>
    public void AddPersons(IReadOnlyList<string> further)
    {
        for (var i = 0; i < further.Count; i++)
        {
            if (persons is null || !persons.Contains(further[i]))
                AddPerson(further[i]);
        }
    }

    /// <summary>It stands for itself: a state, an organisation, a group; not only an office without a name.</summary>
    public bool Known { get; init; }

    /// <summary>The text itself says whose it is, by the name of a state or of its people.</summary>
    public bool Stated { get; init; }

    /// <summary>An office or body so general that it makes no party by itself: "officials", "the government".</summary>
    public bool Weak { get; init; }

    /// <summary>Fighters or a side without a name; the scene of the event says of which country.</summary>
    public bool Fighters { get; init; }

    /// <summary>The country that it is of; null where unknown.</summary>
    public string? Country { get; init; }

    /// <summary>Named as a place is: a capital or a country, so that "in" makes it one.</summary>
    public bool IsPlace { get; init; }

    public bool Same(Party other) => Id == other.Id;

    /// <summary>A list names it too.</summary>
    public bool IsIn(IReadOnlyList<Party> list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (Same(list[i]))
                return true;
        }

        return false;
    }

    /// <summary>A list names more parties than one.</summary>
    public static bool AreSeveral(List<Party> list)
    {
        foreach (var party in list)
        {
            if (!party.Same(list[0]))
                return true;
        }

        return false;
    }

    /// <summary>The one of a list that is the same party; null where none is.</summary>
    public Party? In(List<Party> list)
    {
        foreach (var other in list)
        {
            if (Same(other))
                return other;
        }

        return null;
    }

    /// <summary>The party that a name of the lists stands for.</summary>
    public static Party Of(NameEntry entry, string text, bool stated = false) =>
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

    /// <summary>The same party with its people, in other words of the text.</summary>
    public Party Named(string text)
    {
        var copy = new Party { Id = Id, Name = Name, Text = text, Known = Known, Country = Country };
        copy.AddPersons(Persons);
        return copy;
    }

    /// <summary>An id for who is in no list.</summary>
    public static string Slug(string text) => Folding.Fold(text).Replace(' ', '-').Replace("'s", "", StringComparison.Ordinal).Trim('-');

    /// <summary>"Putin met Interior Minister Kolokoltsev": where neither's country is said, it is one country; and someone's must be known.</summary>
    public static bool AreOfOneState(List<Party> parties) =>
        !parties.Exists(p => p.Country is not null || p.Fighters)
        || (parties.Exists(p => p.Country is null && !p.Fighters && p.Persons.Count > 0) && parties.TrueForAll(p => !p.Stated || p.Country is null));
}
