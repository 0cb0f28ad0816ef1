using System.Globalization;
using Grpc.Core;
using Parley.Contracts.Protocol;
using Parley.Platform.Grpc;

namespace Parley.Alerting.Api;

/// <summary>Reads the fields of a request and gathers what is wrong with them, so that the caller hears of all at once.</summary>
/// <param name="prefix">The place of the message in the request: <c>subscription</c>.</param>
internal sealed class FieldCheck(string prefix)
{
    /// <summary>More faults than that help nobody.</summary>
    private const int Most = 10;

    private readonly List<FieldError> _errors = [];

    /// <summary>Notes a fault.</summary>
    /// <param name="field">The field, below the prefix.</param>
    /// <param name="description">What is wrong with it, to follow its name.</param>
    public void Wrong(string field, string description)
    {
        if (_errors.Count < Most)
            _errors.Add(new FieldError($"{prefix}.{field}", description));
    }

    /// <summary>Text of one line, of at most so many characters, that is empty or has something to see.</summary>
    public string Line(string value, string field, int most)
    {
        if (value.Length > 0 && string.IsNullOrWhiteSpace(value))
            Wrong(field, "is blank; leave it empty for none");
        else if (value.Length <= most && value.Any(char.IsControl))
            Wrong(field, "has a control character");
        else
            Text(value, field, most);
        return value;
    }

    /// <summary>Text of at most so many characters, which may have line breaks.</summary>
    public string Text(string value, string field, int most)
    {
        if (value.Length > most)
            Wrong(field, string.Create(CultureInfo.InvariantCulture, $"has {value.Length:N0} characters, {most:N0} are allowed"));
        else if (value.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)))
            Wrong(field, "has a control character");
        return value;
    }

    /// <summary>A list whose values are read one by one; null from <paramref name="read"/> leaves the value out.</summary>
    public IReadOnlyList<T> List<TRaw, T>(IReadOnlyList<TRaw> values, string field, int most, Func<TRaw, string, T?> read)
        where T : class
    {
        if (values.Count > most)
        {
            Wrong(field, string.Create(CultureInfo.InvariantCulture, $"has {values.Count:N0} values, {most:N0} are allowed"));
            return [];
        }

        var result = new List<T>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            if (read(values[i], $"{field}[{i}]") is { } value)
                result.Add(value);
        }

        return result;
    }

    /// <summary>A list of an enum's words, each once and in their order.</summary>
    public IReadOnlyList<TDomain> Words<TDomain, TProto>(IReadOnlyList<TProto> values, string field, string what)
        where TDomain : struct, Enum
        where TProto : struct, Enum
    {
        var result = new SortedSet<TDomain>();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].ToDomain<TDomain, TProto>() is { } value)
                result.Add(value);
            else
                Wrong($"{field}[{i}]", $"is not {what}");
        }

        return [.. result];
    }

    /// <summary>A number within bounds; the default for 0.</summary>
    public int Number(int value, string field, int least, int most, int byDefault)
    {
        if (value != 0 && (value < least || value > most))
            Wrong(field, string.Create(CultureInfo.InvariantCulture, $"is {value:N0}; {least:N0} to {most:N0} are allowed"));
        return value == 0 ? byDefault : value;
    }

    /// <summary>Refuses the request where anything was wrong.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT that names each field.</exception>
    public void Refuse()
    {
        if (_errors.Count > 0)
            throw GrpcErrors.Invalid(_errors);
    }
}
