using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace Parley.Platform.Storage;

/// <summary>Where PostgreSQL is. Section <c>Parley:Postgres</c>.</summary>
public sealed class PostgresOptions : IValidatableObject
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Postgres";

    /// <summary>Npgsql connection string of the server, without a database. Required.</summary>
    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>What the name of each service's database begins with: <c>parley_</c> gives <c>parley_ingestion</c> and so on.</summary>
    [Required, RegularExpression("^[a-z][a-z0-9_]{0,30}$", ErrorMessage = "must be lower-case letters, digits and underscores")]
    public string DatabasePrefix { get; set; } = "parley_";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Nothing of it is repeated: it holds a password.
        if (!CanBeRead(ConnectionString))
            yield return new ValidationResult("is not a connection string such as Host=127.0.0.1;Username=parley;Password=…", [nameof(ConnectionString)]);
    }

    private static bool CanBeRead(string text)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
