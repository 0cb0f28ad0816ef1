using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Extraction.Storage;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Type.V1;
using DomainParticipant = Parley.Contracts.Participant;
using DomainPlace = Parley.Contracts.Place;
using ProtoVerdict = Parley.Protocol.Extraction.V1.Verdict;

namespace Parley.Extraction.Api;

/// <summary>Verdicts as messages.</summary>
internal static class VerdictMapping
{
    /// <summary>As a message.</summary>
    public static ProtoVerdict ToProto(this GivenVerdict given)
    {
        var proto = new ProtoVerdict
        {
            Id = given.Verdict.Id,
            EntryId = given.EntryId,
            By = given.By,
            Reason = given.Reason,
            MadeAt = given.Verdict.MadeAt.ToTimestamp(),
            WithdrawnBy = given.WithdrawnBy ?? "",
            WithdrawnAt = given.WithdrawnAt?.ToTimestamp(),
        };
        var step = given.Step is not { } s ? null
            : new StepReference { Passage = new Parley.Protocol.Extraction.V1.Passage { ArticleId = s.Article, EvidenceStart = s.Start } };
        switch (given.Verdict.Kind)
        {
            case VerdictKind.False:
                proto.FalseStatement = new FalseStatement { Step = step };
                break;
            case VerdictKind.SameAs:
                proto.SameStatement = new SameStatement { EntryId = given.OtherEntryId };
                break;
            case VerdictKind.NotSameAs when step is not null:
                proto.ApartStatement = new ApartStatement { Step = step };
                break;
            case VerdictKind.NotSameAs:
                proto.ApartStatement = new ApartStatement { EntryId = given.OtherEntryId };
                break;
            case VerdictKind.Pinned:
                proto.PinStatement = Pin(given.Verdict.Field!.Value, given.Verdict.Value);
                break;
        }

        return proto;
    }

    private static PinStatement Pin(PinnedField field, string? value)
    {
        var pin = new PinStatement();
        switch (field)
        {
            case PinnedField.Status:
                pin.Status = Read<Contracts.EntryStatus>(value!).ToProto<Contracts.EntryStatus, Protocol.Type.V1.EntryStatus>();
                break;
            case PinnedField.Kind:
                pin.Kind = Read<Contracts.EntryKind>(value!).ToProto<Contracts.EntryKind, Protocol.Type.V1.EntryKind>();
                break;
            case PinnedField.Start when value is not null:
                pin.Start = Day(value);
                break;
            case PinnedField.End when value is not null:
                pin.End = Day(value);
                break;
            case PinnedField.Place when value is not null:
                pin.Place = Read<DomainPlace>(value).ToProto();
                break;
            case PinnedField.Participants:
                pin.Participants = new ParticipantList();
                pin.Participants.Participants.AddRange(Read<IReadOnlyList<DomainParticipant>>(value!).Select(p => p.ToProto()));
                break;
            default:
                pin.Cleared = field switch { PinnedField.Start => ClearableField.Start, PinnedField.End => ClearableField.End, _ => ClearableField.Place };
                break;
        }

        return pin;
    }

    private static Date Day(string value)
    {
        var day = Read<DateOnly>(value);
        return new Date { Year = day.Year, Month = day.Month, Day = day.Day };
    }

    private static T Read<T>(string value) => JsonSerializer.Deserialize<T>(value, ParleyJson.Line)!;
}
