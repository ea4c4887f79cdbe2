using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Configuration;

/// <summary>The effective values as rows, secrets masked.</summary>
internal static class ConfigurationReport
{
    private const string Mask = "********";

    /// <summary>One row a value, in the order of the sections.</summary>
    public static IReadOnlyList<ConfigurationValue> Rows(NodeConfiguration configuration)
    {
        var rows = new List<ConfigurationValue>();
        foreach (PropertyInfo section in typeof(PacsAnalyzerOptions).GetProperties())
        {
            Add(section.GetValue(configuration.Options)!, section.Name, configuration.Origins, rows);
        }

        return rows;
    }

    private static void Add(object target, string path, IReadOnlyDictionary<string, string> origins, List<ConfigurationValue> rows)
    {
        foreach (PropertyInfo property in target.GetType().GetProperties())
        {
            string here = $"{path}:{property.Name}";
            object? value = property.GetValue(target);
            if (value is IList list && value is not Array && property.PropertyType.GetGenericArguments() is [{ IsClass: true } item] && item != typeof(string))
            {
                for (int i = 0; i < list.Count; i++)
                {
                    Add(list[i]!, $"{here}:{i}", origins, rows);
                }

                if (list.Count > 0)
                {
                    continue;
                }
            }

            bool secret = property.GetCustomAttribute<SecretAttribute>() is not null;
            rows.Add(new ConfigurationValue(here, secret && value is string { Length: > 0 } ? Mask : Text(value), origins.GetValueOrDefault(here, "default")));
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string s => s,
        TimeSpan t => t.ToString("c", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value),
    };
}
