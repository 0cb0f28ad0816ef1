namespace Parley.Extraction.Analysis;

/// <summary>Puts what the stages left of a sentence into words.</summary>
internal static class Explaining
{
    public static ExplainedSentence Sentence(Reading reading) => new(
        reading.Sentence.Start,
        reading.Sentence.End,
        reading.Text[reading.Sentence.Start..reading.Sentence.End],
        [.. reading.Tokens.Select(t => $"{reading.Text[t.Start..t.End]}/{t.Tag}")],
        [.. reading.Names.Select(n => $"{reading.Slice(n.First, n.Last)} = {n.Entry.Party} ({n.Entry.Kind})")],
        [.. reading.Chunks.Select(c => Chunk(reading, c))],
        reading.Dates,
        [.. reading.Notes!.GroupBy(n => n.At).OrderBy(g => g.Key).Select(g => Trigger(reading, reading.Chunks[g.Key], [.. g]))]);

    private static ExplainedTrigger Trigger(Reading reading, Chunk chunk, List<TriggerNote> notes) => new(
        reading.Tokens[chunk.First].Start,
        reading.Tokens[chunk.Last - 1].End,
        reading.Slice(chunk.First, chunk.Last),
        notes.Exists(n => n.Told) && notes[^1].Told,
        [.. notes.Select(n => n.Reason)]);

    private static string Chunk(Reading reading, Chunk chunk)
    {
        var words = $"{chunk.Kind} \"{reading.Slice(chunk.First, chunk.Last)}\"";
        if (chunk.Kind == ChunkKind.Verb)
            return $"{words} {chunk.Lemma}{Form(chunk)}";
        var parties = string.Join("+", chunk.Parties.Select(p => p.Known ? p.Id : "?" + p.Id));
        var more = (chunk.Event is { } noun ? $" names {noun.Type}" : "") + (chunk.IsActor ? " acts" : "") + (chunk.IsCommoner ? " no party" : "") + (chunk.IsDate ? " time" : "");
        return parties.Length > 0 ? $"{words} {parties}{more}" : words + more;
    }

    private static string Form(Chunk verb) =>
        string.Concat(
            verb.Modal is null ? "" : " " + verb.Modal,
            verb.Negated ? " negated" : "",
            verb.Perfect ? " perfect" : "",
            verb.Progressive ? " progressive" : "",
            verb.Passive ? " passive" : "",
            verb.Past ? " past" : "",
            verb.Infinitive ? " infinitive" : "",
            verb.Gerund ? " gerund" : "",
            verb.Reduced ? " participle" : "");
}
