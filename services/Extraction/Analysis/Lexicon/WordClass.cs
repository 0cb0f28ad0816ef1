namespace Parley.Extraction.Analysis;

/// <summary>What a word can be, whatever stands beside it.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Determiner = 1,
    Possessive = 1 << 1,
    Pronoun = 1 << 2,
    Relative = 1 << 3,
    Subordinator = 1 << 4,
    Preposition = 1 << 5,
    Conjunction = 1 << 6,
    Modal = 1 << 7,
    Be = 1 << 8,
    Have = 1 << 9,
    Do = 1 << 10,
    Negation = 1 << 11,
    Adverb = 1 << 12,
    Number = 1 << 13,
    Adjective = 1 << 14,
    Base = 1 << 15,
    ThirdPerson = 1 << 16,
    Past = 1 << 17,
    Participle = 1 << 18,
    Gerund = 1 << 19,
    Weekday = 1 << 20,
    Month = 1 << 21,
    AnyVerb = Base | ThirdPerson | Past | Participle | Gerund,
}
