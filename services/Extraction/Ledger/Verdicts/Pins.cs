using System.Text.Json;
using Parley.Contracts;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Ledger.Verdicts;

/// <summary>Puts pinned values into an entry.</summary>
public static class Pins
{
    /// <summary>The entry with the values; of two for one field the later one holds.</summary>
    public static Entry Apply(Entry entry, IEnumerable<Verdict> pins)
    {
        var pinned = new SortedSet<PinnedField>();
        foreach (var pin in pins.OrderBy(p => p.MadeAt).ThenBy(p => p.Id, StringComparer.Ordinal))
        {
            if (pin.Field is not { } field) continue;
            entry = With(entry, field, pin.Value);
            pinned.Add(field);
        }

        return pinned.Count == 0 ? entry : Settled(entry, pinned) with { Pinned = [.. pinned.Select(f => WireWord.Of(f))] };
    }

    /// <summary>What follows from the values: the codes are those of the status, and an end that has come to lie before the start is none.</summary>
    private static Entry Settled(Entry entry, SortedSet<PinnedField> pinned)
    {
        if (entry.End < entry.Start) entry = entry with { End = null };
        if (!pinned.Contains(PinnedField.Status) && !pinned.Contains(PinnedField.Kind)) return entry;
        var (cameo, plover) = Codes.Of(entry.Type, entry.Kind, entry.Status);
        return entry with { Cameo = cameo, Plover = plover };
    }

    /// <summary>Whether the value is one that the field can have.</summary>
    public static bool IsValue(EntryType type, PinnedField field, string? value)
    {
        try
        {
            return field switch
            {
                PinnedField.Status => value is not null && Fits(type, Read<EntryStatus>(value)),
                PinnedField.Kind => value is not null && Fits(type, Read<EntryKind>(value)),
                PinnedField.Start or PinnedField.End => value is null || Read<DateOnly>(value) != default,
                PinnedField.Place => value is null || Read<Place>(value).Name.Length > 0,
                _ => value is not null && Read<IReadOnlyList<Participant>>(value).Count > 0,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Entry With(Entry entry, PinnedField field, string? value) => field switch
    {
        PinnedField.Status => entry with { Status = Read<EntryStatus>(value!), Disputed = false },
        PinnedField.Kind => entry with { Kind = Read<EntryKind>(value!) },
        PinnedField.Start when value is null => entry with { Start = null, StartPrecision = null },
        PinnedField.Start => entry with { Start = Read<DateOnly>(value), StartPrecision = DatePrecision.Day },
        PinnedField.End => entry with { End = value is null ? null : Read<DateOnly>(value) },
        PinnedField.Place => entry with { Place = value is null ? null : Read<Place>(value) },
        _ => entry with { Participants = [.. Read<IReadOnlyList<Participant>>(value!).OrderBy(p => p.Role).ThenBy(p => p.Id, StringComparer.Ordinal)] },
    };

    private static T Read<T>(string value) => JsonSerializer.Deserialize<T>(value, ParleyJson.Line)!;

    private static bool Fits(EntryType type, EntryStatus status) => type == EntryType.Talks
        ? status <= EntryStatus.Rejected
        : status is >= EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.Suspended or EntryStatus.Rejected;

    private static bool Fits(EntryType type, EntryKind kind) => type == EntryType.Ceasefire == kind >= EntryKind.Ceasefire;
}
