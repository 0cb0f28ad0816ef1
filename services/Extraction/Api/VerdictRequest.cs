using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;
using Parley.Extraction.Storage;
using Parley.Platform.Grpc;
using Parley.Platform.Storage;
using Parley.Protocol.Extraction.V1;
using ProtoVerdict = Parley.Protocol.Extraction.V1.Verdict;
using Statement = Parley.Protocol.Extraction.V1.Verdict.StatementOneofCase;
using Verdict = Parley.Extraction.Ledger.Verdicts.Verdict;

namespace Parley.Extraction.Api;

/// <summary>A verdict that is asked for, checked as far as that goes without the ledger; what is wrong ends in INVALID_ARGUMENT with the field's name.</summary>
internal sealed class VerdictRequest
{
    private const int LongestName = 200;
    private const int LongestReason = 2_000;
    private const string Prefix = "verdict.";

    private readonly ProtoVerdict asked;
    private readonly string entry;
    private readonly string by;
    private readonly string? other;
    private readonly StepReference? step;
    private readonly PinnedValue? pin;

    private VerdictRequest(GiveVerdictRequest request)
    {
        asked = request.Verdict ?? throw GrpcErrors.Invalid("verdict", "is missing");
        entry = Ids.Required(asked.EntryId, Prefix + "entry_id");
        by = By(asked.By, Prefix + "by");
        Reason(asked.Reason);
        (step, other) = asked.StatementCase switch
        {
            Statement.FalseStatement => (asked.FalseStatement.Step, null),
            Statement.SameStatement => (null, Ids.Required(asked.SameStatement.EntryId, Prefix + "same_statement.entry_id")),
            Statement.ApartStatement => asked.ApartStatement.FromCase switch
            {
                ApartStatement.FromOneofCase.EntryId => ((StepReference?)null, Ids.Required(asked.ApartStatement.EntryId, Prefix + "apart_statement.entry_id")),
                ApartStatement.FromOneofCase.Step => (asked.ApartStatement.Step, null),
                _ => throw GrpcErrors.Invalid(Prefix + "apart_statement", "says not from what the entry is apart"),
            },
            Statement.PinStatement => (null, null),
            _ => throw GrpcErrors.Invalid(Prefix + "statement", "is missing"),
        };
        pin = asked.StatementCase == Statement.PinStatement ? PinnedValue.Read(asked.PinStatement, Prefix + "pin_statement") : null;
        Steps.Check(step, StepField);
        (Id, Digest) = Ids.Optional(request.RequestId, "request_id") is { } named
            ? ($"verdict-{Hash(Encoding.UTF8.GetBytes(named))[..20]}", Hash(request.ToByteArray()))
            : ($"verdict-{Guid.CreateVersion7():N}", "");
    }

    /// <summary>The id that the verdict has, or will have.</summary>
    public string Id { get; }

    /// <summary>Tells the request from others; empty where it has no id.</summary>
    public string Digest { get; }

    private string StepField => asked.StatementCase == Statement.FalseStatement ? Prefix + "false_statement.step" : Prefix + "apart_statement.step";

    /// <summary>Checks a request.</summary>
    public static VerdictRequest Read(GiveVerdictRequest request) => new(request);

    /// <summary>Who gives or withdraws a verdict.</summary>
    public static string By(string by, string field)
    {
        var name = by.Trim();
        if (Ids.Fault(name.Length == 0 ? by : name) is { } fault)
            throw GrpcErrors.Invalid(field, fault);
        return name.Length <= LongestName ? name : throw GrpcErrors.Invalid(field, $"has {name.Length} characters, {LongestName} are allowed");
    }

    /// <summary>The verdict with the mentions that it speaks of now.</summary>
    public async Task<VerdictOnMentions> OnMentionsAsync(UnitOfWork work, DateTimeOffset now, CancellationToken cancellation)
    {
        var all = await EntryAsync(work, entry, cancellation);
        var told = step is null ? all : [Steps.Find(step, all, StepField)];
        IReadOnlyList<LedgerMention> others = [];
        if (other is not null)
        {
            others = await EntryAsync(work, other, cancellation);
            var field = Prefix + (asked.StatementCase == Statement.SameStatement ? "same_statement.entry_id" : "apart_statement.entry_id");
            if (others[0].Id == all[0].Id)
                throw GrpcErrors.Invalid(field, "leads to the same entry");
            if (others[0].Mention.Type != all[0].Mention.Type)
                throw GrpcErrors.Invalid(field, "is an entry of the other type");
        }
        else if (asked.StatementCase == Statement.ApartStatement)
        {
            others = [.. all.Where(m => m.Id != told[0].Id)];
            if (others.Count == 0)
                throw GrpcErrors.Invalid(StepField, "is all that there is of the entry; there is nothing to part it from");
        }

        if (pin is not null && !Pins.IsValue(all[0].Mention.Type, pin.Field, pin.Value))
            throw GrpcErrors.Invalid(pin.Path, "is no value that the entry can have");
        return new VerdictOnMentions(Given(told, others, now), told, others);
    }

    private GivenVerdict Given(IReadOnlyList<LedgerMention> told, IReadOnlyList<LedgerMention> others, DateTimeOffset now) => new()
    {
        Verdict = new Verdict
        {
            Id = Id,
            Kind = asked.StatementCase switch
            {
                Statement.FalseStatement => VerdictKind.False,
                Statement.SameStatement => VerdictKind.SameAs,
                Statement.ApartStatement => VerdictKind.NotSameAs,
                _ => VerdictKind.Pinned,
            },
            Subject = told[0].Id,
            OfStep = step is not null,
            Other = others.Count == 0 ? null : others[0].Id,
            Field = pin?.Field,
            Value = pin?.Value,
            MadeAt = now,
        },
        EntryId = entry,
        Step = step is null ? null : new Storage.Passage(told[0].ArticleId, told[0].Mention.Evidence.Start),
        OtherEntryId = other,
        Reason = asked.Reason,
        By = by,
        RequestDigest = Digest,
    };

    private static async Task<IReadOnlyList<LedgerMention>> EntryAsync(UnitOfWork work, string id, CancellationToken cancellation)
    {
        var mentions = await VerdictStore.MentionsOfAsync(work, id, cancellation);
        return mentions.Count > 0 ? mentions : throw GrpcErrors.NotFound("entry", id);
    }

    private static void Reason(string reason)
    {
        var control = 0;
        while (control < reason.Length && (!char.IsControl(reason[control]) || reason[control] is '\t' or '\n' or '\r'))
            control++;
        if (control < reason.Length)
            throw GrpcErrors.Invalid(Prefix + "reason", string.Create(CultureInfo.InvariantCulture, $"has a control character at {control}"));
        if (reason.Length > LongestReason)
            throw GrpcErrors.Invalid(Prefix + "reason", string.Create(CultureInfo.InvariantCulture, $"has {reason.Length:N0} characters, {LongestReason:N0} are allowed"));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
