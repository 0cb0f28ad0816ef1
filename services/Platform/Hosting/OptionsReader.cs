using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Parley.Platform.Hosting;

/// <summary>Reads a section of the configuration and refuses what is wrong in it by name.</summary>
public static class OptionsReader
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="ConfigurationException">A key is unknown, missing or has a wrong value; the message names each.</exception>
    public static TOptions Read<TOptions>(IConfiguration configuration, string section)
        where TOptions : class, new()
    {
        var options = new TOptions();
        var values = configuration.GetSection(section);
        var known = typeof(TOptions).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wrong = values.GetChildren().Where(c => !known.Contains(c.Key))
            .Select(c => $"{c.Path} is no setting; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}").ToList();
        try
        {
            values.Bind(options);
        }
        catch (InvalidOperationException e)
        {
            // The binder names the key and the type it wanted; its inner exception says why.
            wrong.Add(e.InnerException is null ? e.Message : $"{e.Message} {e.InnerException.Message}");
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
        {
            foreach (var member in result.MemberNames.DefaultIfEmpty(""))
                wrong.Add($"{section}:{member} {Describe(result.ErrorMessage, member)} (environment variable {section.Replace(":", "__", StringComparison.Ordinal)}__{member})");
        }

        return wrong.Count == 0 ? options : throw new ConfigurationException(wrong);
    }

    private static string Describe(string? message, string member) => message switch
    {
        null => "is wrong",
        _ when message == new RequiredAttribute().FormatErrorMessage(member) => "is missing",
        _ => message,
    };
}
