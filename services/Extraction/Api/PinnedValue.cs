using System.Text.Json;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;
using ProtoKind = Parley.Protocol.Type.V1.EntryKind;
using ProtoParticipant = Parley.Protocol.Type.V1.Participant;
using ProtoPlace = Parley.Protocol.Type.V1.Place;
using ProtoRole = Parley.Protocol.Type.V1.ParticipantRole;
using ProtoStatus = Parley.Protocol.Type.V1.EntryStatus;
using ValueCase = Parley.Protocol.Extraction.V1.PinStatement.ValueOneofCase;

namespace Parley.Extraction.Api;

/// <summary>A field of an entry and the value that is pinned for it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value, as JSON has it in an entry; null where there is to be none.</param>
/// <param name="Path">The request's field, for errors.</param>
internal sealed record PinnedValue(PinnedField Field, string? Value, string Path)
{
    private const int MostParticipants = 50;
    private const int MostPersons = 50;
    private const int LongestName = 200;

    /// <summary>Reads a request's value.</summary>
    public static PinnedValue Read(PinStatement pin, string path) => pin.ValueCase switch
    {
        ValueCase.Status => Of(PinnedField.Status, Word<EntryStatus, ProtoStatus>(pin.Status, path + ".status"), path + ".status"),
        ValueCase.Kind => Of(PinnedField.Kind, Word<EntryKind, ProtoKind>(pin.Kind, path + ".kind"), path + ".kind"),
        ValueCase.Start => Of(PinnedField.Start, LedgerRequests.Day(pin.Start, path + ".start")!.Value, path + ".start"),
        ValueCase.End => Of(PinnedField.End, LedgerRequests.Day(pin.End, path + ".end")!.Value, path + ".end"),
        ValueCase.Place => Of(PinnedField.Place, Of(pin.Place, path + ".place"), path + ".place"),
        ValueCase.Participants => Of(PinnedField.Participants, Of(pin.Participants, path + ".participants"), path + ".participants"),
        ValueCase.Cleared => new PinnedValue(Of(pin.Cleared, path + ".cleared"), null, path + ".cleared"),
        _ => throw GrpcErrors.Invalid(path, "says not what the value is"),
    };

    private static PinnedValue Of<T>(PinnedField field, T value, string path) => new(field, JsonSerializer.Serialize(value, ParleyJson.Line), path);

    private static TDomain Word<TDomain, TProto>(TProto value, string path)
        where TDomain : struct, Enum
        where TProto : struct, Enum => value.ToDomain<TDomain, TProto>() ?? throw GrpcErrors.Invalid(path, "is none of its values");

    private static PinnedField Of(ClearableField field, string path) => field switch
    {
        ClearableField.Start => PinnedField.Start,
        ClearableField.End => PinnedField.End,
        ClearableField.Place => PinnedField.Place,
        _ => throw GrpcErrors.Invalid(path, "is no field that an entry can be without"),
    };

    private static Place Of(ProtoPlace place, string path) =>
        new(Name(place.Name, path + ".name"), Country(place.Country, path + ".country"), null);

    private static string? Country(string country, string path) => country.Length == 0 || (country.Length == 3 && country.All(char.IsAsciiLetterUpper))
        ? country is "" ? null : country
        : throw GrpcErrors.Invalid(path, "is no ISO 3166-1 alpha-3 code");

    private static IReadOnlyList<Participant> Of(ParticipantList list, string path)
    {
        path += ".participants";
        if (list.Participants.Count is 0 or > MostParticipants)
            throw GrpcErrors.Invalid(path, $"has {list.Participants.Count} parties, 1 to {MostParticipants} are allowed");
        var participants = list.Participants.Select((p, i) => Of(p, $"{path}[{i}]")).ToList();
        var twice = participants.GroupBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? participants : throw GrpcErrors.Invalid(path, $"has {GrpcErrors.Cut(twice.Key)} twice");
    }

    private static Participant Of(ProtoParticipant participant, string path)
    {
        var actor = participant.Actor ?? throw GrpcErrors.Invalid(path + ".actor", "is missing");
        var role = participant.Role == ProtoRole.Unspecified ? ParticipantRole.Party : Word<ParticipantRole, ProtoRole>(participant.Role, path + ".role");
        if (participant.Persons.Count > MostPersons)
            throw GrpcErrors.Invalid(path + ".persons", $"has {participant.Persons.Count} names, {MostPersons} are allowed");
        return new Participant
        {
            Id = Ids.Required(actor.Id, path + ".actor.id"),
            Name = Name(actor.Name, path + ".actor.name"),
            Role = role,
            Persons = [.. participant.Persons.Select((p, i) => Name(p, $"{path}.persons[{i}]"))],
        };
    }

    private static string Name(string name, string path)
    {
        if (Ids.Fault(name) is { } fault)
            throw GrpcErrors.Invalid(path, fault);
        return name.Length <= LongestName ? name : throw GrpcErrors.Invalid(path, $"has {name.Length} characters, {LongestName} are allowed");
    }
}
