using System.CommandLine.Completions;
using System.Globalization;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Extraction.Analysis;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Type.V1;
using EntryKind = Parley.Contracts.EntryKind;
using EntryStatus = Parley.Contracts.EntryStatus;
using ParticipantRole = Parley.Contracts.ParticipantRole;
using Place = Parley.Protocol.Type.V1.Place;

namespace Parley.Cli.Commands;

/// <summary>Pinned values as people type them: <c>field=value</c>, or <c>field=</c> for none.</summary>
internal static class PinValues
{
    private const string Fields = "status, kind, start, end, place, participants";

    /// <summary>What was typed.</summary>
    /// <exception cref="UsageException">It is no field, or no value of it.</exception>
    public static PinStatement Read(string typed)
    {
        if (typed.Split('=', 2, StringSplitOptions.TrimEntries) is not [var field, var value])
            throw new UsageException($"'{typed}' is no field=value, such as status=held. The fields are {Fields}.");
        return (field, value) switch
        {
            ("start", "") => new PinStatement { Cleared = ClearableField.Start },
            ("end", "") => new PinStatement { Cleared = ClearableField.End },
            ("place", "") => new PinStatement { Cleared = ClearableField.Place },
            ("status", _) => new PinStatement { Status = Word<EntryStatus>(field, value).ToProto<EntryStatus, Protocol.Type.V1.EntryStatus>() },
            ("kind", _) => new PinStatement { Kind = Word<EntryKind>(field, value).ToProto<EntryKind, Protocol.Type.V1.EntryKind>() },
            ("start", _) => new PinStatement { Start = Day(field, value) },
            ("end", _) => new PinStatement { End = Day(field, value) },
            ("place", _) => new PinStatement { Place = Place(value) },
            ("participants", not "") => new PinStatement { Participants = Participants(value) },
            ("participants", "") => throw new UsageException("participants= wants at least one party: participants=TUR,RUS,mediator:UN"),
            _ => throw new UsageException($"'{field}' cannot be pinned; the fields are {Fields}."),
        };
    }

    /// <summary>A day as people type it.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static Date Day(string name, string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
            : throw new UsageException($"{name} {value} is no day, such as 2020-06-16.");

    /// <summary>What a shell can complete.</summary>
    public static IEnumerable<CompletionItem> Completions() =>
        Words().Select(word => new CompletionItem(word));

    private static IEnumerable<string> Words() =>
        ["start=", "end=", "place=", "participants=", .. WireWord.All<EntryStatus>().Select(s => "status=" + s), .. WireWord.All<EntryKind>().Select(k => "kind=" + k)];

    private static T Word<T>(string field, string value)
        where T : struct, Enum => WireWord.TryParse<T>(value, out var known)
        ? known
        : throw new UsageException($"'{value}' is no {field}; there are {string.Join(", ", WireWord.All<T>())}.");

    /// <summary>A name, and behind the last comma, if it is one, the country's code.</summary>
    private static Place Place(string value)
    {
        var comma = value.LastIndexOf(',');
        var country = comma < 0 ? "" : value[(comma + 1)..].Trim();
        return country.Length == 3 && country.All(char.IsAsciiLetterUpper)
            ? new Place { Name = value[..comma].Trim(), Country = country }
            : new Place { Name = value };
    }

    private static ParticipantList Participants(string value)
    {
        var list = new ParticipantList();
        foreach (var typed in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = typed.IndexOf(':', StringComparison.Ordinal);
            var role = colon < 0 ? ParticipantRole.Party : Word<ParticipantRole>("role", typed[..colon]);
            var id = FilterOptions.ActorId(typed[(colon + 1)..].Trim());
            var name = KnownActor.All.FirstOrDefault(a => a.Id == id)?.Name ?? id;
            list.Participants.Add(new Protocol.Type.V1.Participant
            {
                Actor = new Actor { Id = id, Name = name },
                Role = role.ToProto<ParticipantRole, Protocol.Type.V1.ParticipantRole>(),
            });
        }

        return list;
    }
}
