using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;

namespace Parley.Platform.Storage;

/// <summary>A statement for many rows, whose parameters are columns: one parse and one plan for all, where a statement a row has one each.</summary>
/// <param name="sql">With <c>unnest($1, $2, …)</c> of the columns in the order in which they are added.</param>
/// <param name="rows">The rows.</param>
public sealed class Columns<TRow>(string sql, IReadOnlyList<TRow> rows)
{
    /// <summary>Between the items of a list that is sent as one text, since arrays in an array must be equally long. No key and no id has it.</summary>
    public const string Separator = "\u001f";

    /// <summary>The statement, once it has its columns.</summary>
    public NpgsqlBatchCommand Statement { get; } = new(sql);

    /// <summary>A column of values that are never null.</summary>
    public void Add<TValue>(Func<TRow, TValue> value) => Add(value, null);

    /// <summary>A column of texts, which may be null.</summary>
    public void AddText(Func<TRow, string?> text) => Add(text, NpgsqlDbType.Text);

    /// <summary>A column of times, which may be null.</summary>
    public void AddTime(Func<TRow, DateTimeOffset?> time) => Add(r => time(r)?.UtcDateTime, NpgsqlDbType.TimestampTz);

    /// <summary>A column of documents, of the type json: kept as they are written.</summary>
    public void AddJson<TValue>(Func<TRow, TValue> value) => Add(r => JsonSerializer.SerializeToUtf8Bytes(value(r), ParleyJson.Line), NpgsqlDbType.Json);

    /// <summary>A column of lists; the statement parts them by <c>string_to_array</c> with <see cref="Separator"/>.</summary>
    public void AddList(Func<TRow, IEnumerable<string>> list) => Add(r => string.Join(Separator, list(r)), null);

    /// <summary>One value for all rows.</summary>
    public void AddOne<TValue>(TValue value, NpgsqlDbType? type = null) => Add(new NpgsqlParameter { Value = (object?)value ?? DBNull.Value }, type);

    private void Add<TValue>(Func<TRow, TValue> value, NpgsqlDbType? type)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(rows[i]);
        Add(new NpgsqlParameter { Value = values }, NpgsqlDbType.Array | type);
    }

    private void Add(NpgsqlParameter parameter, NpgsqlDbType? type)
    {
        if (type is { } known)
            parameter.NpgsqlDbType = known;
        Statement.Parameters.Add(parameter);
    }
}
