using System.Text;

namespace Parley.Extraction.Analysis;

/// <summary>Armed groups that no file lists: by their initials ("the UFDD"), or by what they call themselves ("the Delta Salvation Front").</summary>
internal static class Groups
{
    private const int Shortest = 3;
    private const int Longest = 6;

    /// <summary>A word in capitals alone in a sentence that is not all in capitals, no agency's or clock's, beside words of war or a truce.</summary>
    public static bool IsAcronym(Reading reading, int first, int last)
    {
        if (first < 0 || first != last)
            return false;
        var token = reading.Tokens[first];
        var length = token.End - token.Start;
        if (!token.AllCapitals || length is < Shortest or > Longest || token.Word is not null || reading.Text.AsSpan(token.Start, length).ContainsAnyInRange('0', '9'))
            return false;
        var (capitals, words, war) = (0, 0, false);
        foreach (ref readonly var other in reading.Tokens.AsSpan())
        {
            if (other.Mark != Mark.Word)
                continue;
            words++;
            capitals += other.AllCapitals ? 1 : 0;
            war |= other.Word is { IsOfWar: true } or { IsOfFighting: true } or { Text: "ceasefire" or "truce" or "cease" or "rebels" or "peace" };
        }

        return war && capitals * 2 < words;
    }

    /// <summary>The group that a phrase names; its initials are its id, those in brackets behind it where the text gives them.</summary>
    public static Party Named(Reading reading, Chunk chunk, string unknown, string text, ArticleMemory memory)
    {
        var initials = Initials(reading, chunk);
        if (initials.Length < Shortest)
            return new Party { Id = Party.Slug(unknown), Name = unknown, Text = text, Known = true };
        var party = Of(initials, text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text, text);
        memory.Remember(initials, party);
        return party;
    }

    public static Party Of(string id, string name, string text) => new() { Id = id, Name = name, Text = text, Known = true, Stated = true };

    private static string Initials(Reading reading, Chunk chunk)
    {
        var initials = new StringBuilder();
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            var token = reading.Tokens[i];
            if (token.Mark == Mark.Word && token.Capital && token.Tag is not (Tag.Determiner or Tag.Genitive))
                initials.Append(reading.Text[token.Start]);
        }

        return initials.ToString();
    }
}
