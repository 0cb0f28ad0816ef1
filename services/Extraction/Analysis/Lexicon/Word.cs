namespace Parley.Extraction.Analysis;

/// <summary>One word form that the knowledge speaks of; folded, so that case and diacritics do not matter.</summary>
internal sealed class Word(string text, int id = 0)
{
    /// <summary>Its number in the vocabulary, from 1; 0 for words that no file lists.</summary>
    public int Id { get; } = id;

    public string Text { get; } = text;

    /// <summary>No word but an ending, which words that are in no list are read by.</summary>
    public bool IsEnding => Text[0] == '-';

    public WordClass Classes { get; set; }

    /// <summary>A noun as a rule; a verb only where its neighbours say so ("visit", "talks").</summary>
    public bool NounFirst { get; set; }

    /// <summary>The base form, where the word is a verb form.</summary>
    public string? Lemma { get; set; }

    /// <summary>What it makes, as a noun, of an event that follows it.</summary>
    public Frame? NounFrame { get; set; }

    /// <summary>What it makes of a ceasefire that it stands right behind.</summary>
    public string? Compound { get; set; }

    /// <summary>An office ends with it: the capital behind it begins its holder's name.</summary>
    public bool EndsOffice { get; set; }

    /// <summary>With a small letter it stands within persons' names: "Badr al-Busaidi", "Luiz da Silva".</summary>
    public bool IsNameParticle { get; set; }

    /// <summary>As a noun it governs an infinitive: "an offer to meet".</summary>
    public bool GovernsInfinitive { get; set; }

    /// <summary>Month or weekday, from 1; Sunday is 7.</summary>
    public int Ordinal { get; set; }

    /// <summary>It can begin, or appear in, the name of an event: a sentence without such a word and without a verb of meeting is not parsed.</summary>
    public bool IsTrigger { get; set; }

    /// <summary>A form of a verb that can make an event by itself.</summary>
    public bool IsTriggerVerb { get; set; }

    /// <summary>A text that has it is about armed men.</summary>
    public bool IsOfWar { get; set; }

    /// <summary>A sentence that has it tells of fighting.</summary>
    public bool IsOfFighting { get; set; }

    /// <summary>A present form that tells of what is fixed for a day to come ("the truce begins on Monday").</summary>
    public bool Schedule { get; set; }

    /// <summary>It is part of a person's name: beside another name it is one too ("Lopez" of a man in no list).</summary>
    public bool IsOfPerson { get; set; }

    /// <summary>The rules that look for it.</summary>
    public WordRules Rules { get; set; }

    /// <summary>What begins with it.</summary>
    public Phrases Starts { get; set; }

    /// <summary>Where it stands behind the first word.</summary>
    public Phrases Continues { get; set; }

    /// <summary>A name of an actor or a place begins with it.</summary>
    public bool StartsName => (Starts & Phrases.Name) != 0;

    public bool Is(WordClass classes) => (Classes & classes) != 0;

    public bool Is(WordRules rules) => (Rules & rules) != 0;

    public override string ToString() => Text;
}
