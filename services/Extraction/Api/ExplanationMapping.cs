using Parley.Contracts.Protocol;
using Parley.Extraction.Analysis;
using Proto = Parley.Protocol.Extraction.V1;
using ProtoType = Parley.Protocol.Type.V1;

namespace Parley.Extraction.Api;

/// <summary>The explanation of a text as the protocol carries it; its mentions stand in the response itself.</summary>
internal static class ExplanationMapping
{
    public static Proto.Explanation ToProto(this Explanation explanation) => new()
    {
        Partial = explanation.Partial,
        Passed = explanation.Passed,
        Dateline = explanation.Dateline is { } d ? new() { Place = d.Place, Country = d.Country ?? "", Day = Day(d.Day) } : null,
        Dropped = { explanation.Dropped.Select(t => new Proto.DroppedText { Start = t.Start, End = t.End, Text = t.Text, Reason = t.Reason }) },
        Sides = { explanation.Sides },
        Sentences = { explanation.Sentences.Select(Sentence) },
    };

    private static Proto.ExplainedSentence Sentence(ExplainedSentence sentence) => new()
    {
        Start = sentence.Start,
        End = sentence.End,
        Text = sentence.Text,
        Subject = sentence.Subject ?? "",
        Words = { sentence.Words.Select(w => new Proto.ExplainedWord { Start = w.Start, End = w.End, Text = w.Text, Tag = w.Tag }) },
        Names = { sentence.Names.Select(n => new Proto.ExplainedName { Start = n.Start, End = n.End, Text = n.Text, Kind = n.Kind, Party = n.Party, Name = n.Name }) },
        Phrases = { sentence.Phrases.Select(Phrase) },
        Descriptions = { sentence.Descriptions.Select(d => new Proto.ExplainedDescription { Start = d.Start, End = d.End, Text = d.Text, Parties = { d.Parties }, Reason = d.Reason }) },
        Dates = { sentence.Dates.Select(Date) },
        Triggers = { sentence.Triggers.Select(Trigger) },
    };

    private static Proto.ExplainedPhrase Phrase(ExplainedPhrase phrase) => new()
    {
        Start = phrase.Start,
        End = phrase.End,
        Text = phrase.Text,
        Kind = phrase.Kind,
        Lemma = phrase.Lemma ?? "",
        Forms = { phrase.Forms },
        Parties = { phrase.Parties },
        Role = phrase.Role ?? "",
        Event = phrase.Event?.ToProto<Contracts.EntryType, ProtoType.EntryType>() ?? ProtoType.EntryType.Unspecified,
    };

    private static Proto.ExplainedDate Date(DateExpression date) => new()
    {
        Start = date.Start,
        End = date.End,
        Text = date.Text,
        Days = date.From is { } from
            ? new() { Start = Day(from), End = Day(date.To), StartPrecision = date.Precision.ToProto<Contracts.DatePrecision, ProtoType.DatePrecision>() }
            : null,
    };

    private static Proto.ExplainedTrigger Trigger(ExplainedTrigger trigger) => new()
    {
        Start = trigger.Start,
        End = trigger.End,
        Text = trigger.Text,
        Outcome = trigger.Outcome.ToProto<TriggerOutcome, Proto.TriggerOutcome>(),
        Steps = { trigger.Steps.Select(s => new Proto.ExplainedStep { Stage = s.Stage.ToProto<ExplanationStage, Proto.ExplanationStage>(), Reason = s.Reason }) },
        Events = { trigger.Events.Select(Event) },
    };

    private static Proto.ExplainedEvent Event(ExplainedEvent told) => new()
    {
        Mention = told.Mention,
        Type = told.Type.ToProto<Contracts.EntryType, ProtoType.EntryType>(),
        Kind = told.Kind.ToProto<Contracts.EntryKind, ProtoType.EntryKind>(),
        Status = told.Status.ToProto<Contracts.EntryStatus, ProtoType.EntryStatus>(),
        Verbs = { told.Verbs },
        Force = told.Force ?? "",
        Participants = { told.Participants.Select(p => p.ToProto()) },
        Date = told.Date is { } date ? Date(date) : null,
        Start = Day(told.Start),
        Place = told.Place ?? "",
        Background = told.Background,
        Topics = { told.Topics },
        Confidence = told.Confidence,
        ConfidenceSteps = { told.ConfidenceSteps.Select(s => new Proto.ConfidenceStep { Change = s.Change, Reason = s.Reason }) },
    };

    private static ProtoType.Date? Day(DateOnly? day) => day is { } told ? new() { Year = told.Year, Month = told.Month, Day = told.Day } : null;
}
