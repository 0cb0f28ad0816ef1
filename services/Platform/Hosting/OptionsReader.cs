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
        // Key by key, so that one wrong value does not keep the others from being read and looked at.
        var unread = new HashSet<string>();
        foreach (var property in typeof(TOptions).GetProperties().Where(p => p.CanWrite && values.GetSection(p.Name).Exists()))
        {
            try
            {
                property.SetValue(options, values.GetSection(property.Name).Get(property.PropertyType));
            }
            catch (InvalidOperationException e)
            {
                // The binder's inner exception says what it wanted.
                unread.Add(property.Name);
                wrong.Add(Line(section, property.Name, $"cannot be read: {(e.InnerException ?? e).Message}"));
            }
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
        {
            foreach (var member in result.MemberNames.DefaultIfEmpty("").Where(m => !unread.Contains(m)))
                wrong.Add(Line(section, member, Describe(result.ErrorMessage, member)));
        }

        return wrong.Count == 0 ? options : throw new ConfigurationException(wrong);
    }

    internal static string Line(string section, string member, string what) =>
        $"{section}:{member} {what} (environment variable {section.Replace(":", "__", StringComparison.Ordinal)}__{member})";

    private static string Describe(string? message, string member) => message switch
    {
        null => "is wrong",
        _ when message == new RequiredAttribute().FormatErrorMessage(member) => "is missing",
        _ => message,
    };
}
