namespace Parley.Extraction.Analysis;

/// <summary>What a token is by its characters.</summary>
internal enum Mark : byte
{
    Word,
    Number,
    Comma,
    Period,
    Stop,
    Hyphen,
    Dash,
    Open,
    Close,
    Quote,
    Apostrophe,
    Other,
}

/// <summary>What a token is in its sentence.</summary>
internal enum Tag : byte
{
    None,
    Determiner,
    Possessive,
    Adjective,
    Noun,
    Name,
    Number,
    Pronoun,
    Verb,
    Auxiliary,
    To,
    Negation,
    Adverb,
    Preposition,
    Conjunction,
    Subordinator,
    Relative,
    Genitive,
    Punctuation,
}

/// <summary>A word, number or mark of a text; offsets count UTF-16 code units of the text as given.</summary>
internal struct Token
{
    public int Start;
    public int End;
    public Word? Word;
    public Mark Mark;
    public Tag Tag;
    public bool Capital;
    public bool AllCapitals;

    public readonly bool Is(WordClass classes) => Word is not null && (Word.Classes & classes) != 0;

    public readonly bool Is(WordRules rules) => Word is not null && (Word.Rules & rules) != 0;

    public readonly bool Is(string text) => Word is not null && Word.Text == text;
}
