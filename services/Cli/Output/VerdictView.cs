using System.Globalization;
using System.Text.Json;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Type.V1;
using Spectre.Console;
using EntryKind = Parley.Contracts.EntryKind;
using EntryStatus = Parley.Contracts.EntryStatus;
using ParticipantRole = Parley.Contracts.ParticipantRole;
using Statement = Parley.Protocol.Extraction.V1.Verdict.StatementOneofCase;
using Value = Parley.Protocol.Extraction.V1.PinStatement.ValueOneofCase;

namespace Parley.Cli.Output;

/// <summary>Verdicts of analysts, for programs and for people.</summary>
internal static class VerdictView
{
    /// <summary>One as a record that JSON can be made of.</summary>
    private static object Record(Verdict verdict) => new
    {
        verdict.Id,
        Kind = Kind(verdict),
        Entry = verdict.EntryId,
        Step = Step(verdict) is { } step ? new { Article = step.ArticleId, step.EvidenceStart } : null,
        Other = Other(verdict),
        Pin = verdict.PinStatement is { } pin ? Pin(pin) : null,
        verdict.By,
        verdict.Reason,
        MadeAt = verdict.MadeAt.ToDateTimeOffset(),
        WithdrawnBy = verdict.WithdrawnBy.Length == 0 ? null : verdict.WithdrawnBy,
        WithdrawnAt = verdict.WithdrawnAt?.ToDateTimeOffset(),
    };

    /// <summary>One as a line of JSON, with what it changed.</summary>
    public static string Line(Verdict verdict, IEnumerable<LedgerChange> changes) =>
        JsonSerializer.Serialize(new { Verdict = Record(verdict), Changes = changes }, ParleyJson.Line);

    /// <summary>One as a line of JSON.</summary>
    public static string Line(Verdict verdict) => JsonSerializer.Serialize(Record(verdict), ParleyJson.Line);

    /// <summary>What it says, in words.</summary>
    public static string Words(Verdict verdict) => verdict.StatementCase switch
    {
        Statement.FalseStatement => Step(verdict) is { } step ? $"the step in {step.ArticleId} is false" : "is false",
        Statement.SameStatement => $"is the same as {verdict.SameStatement.EntryId}",
        Statement.ApartStatement => Step(verdict) is { } step ? $"the step in {step.ArticleId} is not of it" : $"is not the same as {verdict.ApartStatement.EntryId}",
        _ => Pin(verdict.PinStatement),
    };

    /// <summary>A row each.</summary>
    public static Table Table(IEnumerable<Verdict> verdicts)
    {
        var table = Tables.Of("Given", "Entry", "Says", "By", "Reason", "Id");
        foreach (var verdict in verdicts)
        {
            var withdrawn = verdict.WithdrawnAt is null ? "" : $" [grey](withdrawn by {Markup.Escape(verdict.WithdrawnBy)})[/]";
            table.AddRow(
                verdict.MadeAt.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
                Markup.Escape(verdict.EntryId),
                Markup.Escape(Words(verdict)) + withdrawn,
                Markup.Escape(verdict.By),
                Markup.Escape(verdict.Reason),
                $"[grey]{Markup.Escape(verdict.Id)}[/]");
        }

        return table;
    }

    /// <summary>Shows what was said and what came of it.</summary>
    public static void Show(IAnsiConsole console, Verdict verdict, IReadOnlyCollection<LedgerChange> changes)
    {
        var withdrawn = verdict.WithdrawnAt is null ? "" : "withdrawn: ";
        console.MarkupLine($"{withdrawn}{Markup.Escape(verdict.EntryId)} {Markup.Escape(Words(verdict))}  [grey]{Markup.Escape(verdict.Id)}[/]");
        foreach (var change in changes)
            ChangeView.Show(console, change);
        if (changes.Count == 0)
            console.MarkupLine("[grey]nothing in the ledger is other than it was[/]");
    }

    private static string Kind(Verdict verdict) => verdict.StatementCase switch
    {
        Statement.FalseStatement => "false",
        Statement.SameStatement => "same_as",
        Statement.ApartStatement => "not_same_as",
        _ => "pinned",
    };

    private static Passage? Step(Verdict verdict) => (verdict.FalseStatement?.Step ?? verdict.ApartStatement?.Step)?.Passage;

    private static string? Other(Verdict verdict) => verdict.StatementCase switch
    {
        Statement.SameStatement => verdict.SameStatement.EntryId,
        Statement.ApartStatement when verdict.ApartStatement.HasEntryId => verdict.ApartStatement.EntryId,
        _ => null,
    };

    /// <summary>The field and its value, as <c>parley verdict pin</c> takes them.</summary>
    private static string Pin(PinStatement pin) => pin.ValueCase switch
    {
        Value.Status => $"status={Word<EntryStatus, Protocol.Type.V1.EntryStatus>(pin.Status)}",
        Value.Kind => $"kind={Word<EntryKind, Protocol.Type.V1.EntryKind>(pin.Kind)}",
        Value.Start => $"start={Day(pin.Start)}",
        Value.End => $"end={Day(pin.End)}",
        Value.Place => $"place={string.Join(", ", new[] { pin.Place.Name, pin.Place.Country }.Where(p => p.Length > 0))}",
        Value.Participants => $"participants={string.Join(',', pin.Participants.Participants.Select(Participant))}",
        _ => $"{pin.Cleared.ToString().ToLowerInvariant()}=",
    };

    private static string Participant(Protocol.Type.V1.Participant participant) =>
        participant.Role is Protocol.Type.V1.ParticipantRole.Party or Protocol.Type.V1.ParticipantRole.Unspecified
            ? participant.Actor.Id
            : $"{Word<ParticipantRole, Protocol.Type.V1.ParticipantRole>(participant.Role)}:{participant.Actor.Id}";

    private static string Word<TDomain, TProto>(TProto value)
        where TDomain : struct, Enum
        where TProto : struct, Enum => value.ToDomain<TDomain, TProto>() is { } known ? WireWord.Of(known) : value.ToString();

    private static string Day(Date day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");
}
