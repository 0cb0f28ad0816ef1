using Parley.Contracts;

namespace Parley.Tests.Stories;

/// <summary>In what a mention differs from what its sentence tells.</summary>
internal static class ReadingFault
{
    /// <summary>The weightiest difference; null where there is none.</summary>
    public static string? Of(StorySentence sentence, Mention mention)
    {
        if (sentence is not { Event: { } happened, Step: { } step }) return "found in a filler";
        if (mention.Type != happened.Type) return $"read as {WireWord.Of(mention.Type)}";
        if (mention.Background != sentence.Background) return mention.Background ? "read as background" : "not read as background";
        if (mention.Status != step.Status && !sentence.Background) return $"read as {WireWord.Of(mention.Status)}";
        if ((happened.Form == "call") != (mention.Kind == EntryKind.Call)) return $"read as a {WireWord.Of(mention.Kind)}";
        return mention.Type == EntryType.Talks ? OfTalks(sentence, happened, mention) : OfTruce(step, mention);
    }

    private static string? OfTalks(StorySentence sentence, TrueEvent happened, Mention mention)
    {
        var named = mention.Participants.Where(p => p.Role is ParticipantRole.Party or ParticipantRole.Host).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        if (happened.Parties.FirstOrDefault(p => !named.Contains(p.Id)) is { } lost) return $"a party lost ({(lost.Capital is null ? "group" : "state")})";
        if (mention.Participants.Any(p => p.Role == ParticipantRole.Party && happened.Parties.All(h => h.Id != p.Id) && p.Id != happened.Mediator?.Id && p.Id != "UN")) return "a party too many";
        if (sentence.Day is not { } day) return mention.Start is not null && mention.Start != sentence.Step!.Day ? "a day that is not the event's" : null;
        if (mention.Start is not { } start) return "the day lost";
        return start == day || start == sentence.Step!.Day || (mention.StartPrecision != DatePrecision.Day && start <= day) ? null : "another day";
    }

    /// <summary>The day of a breach or an end is never its start.</summary>
    private static string? OfTruce(TrueStep step, Mention mention) => mention.Start is not null && step.Status is not (EntryStatus.Agreed or EntryStatus.InForce or EntryStatus.Extended)
        ? "the step's day for the truce's"
        : null;
}
