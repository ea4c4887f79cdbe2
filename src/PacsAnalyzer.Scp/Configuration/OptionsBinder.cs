using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;

namespace PacsAnalyzer.Scp.Configuration;

/// <summary>Binds a JSON tree to options classes strictly: unknown keys, wrong types and values out of range are all collected.</summary>
internal sealed class OptionsBinder(string source, List<ConfigurationProblem> problems)
{
    /// <summary>Assigns every key of <paramref name="node"/> to the property of the same name, case-insensitively.</summary>
    /// <param name="target">Options object.</param>
    /// <param name="node">JSON object.</param>
    /// <param name="path">Path of the object, empty at the root.</param>
    /// <param name="origins">Receives the origin of each value that was set.</param>
    public void Bind(object target, JsonObject node, string path, Dictionary<string, string> origins)
    {
        PropertyInfo[] properties = target.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach ((string key, JsonNode? value) in node)
        {
            if (key == "$schema")
            {
                continue;
            }

            string here = Join(path, key);
            PropertyInfo? property = properties.FirstOrDefault(p => p.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                Report(here, $"is not a known key; {Suggest(key, properties)}");
                continue;
            }

            here = Join(path, property.Name);
            if (value is JsonObject child && IsSection(property.PropertyType))
            {
                Bind(property.GetValue(target)!, child, here, origins);
                continue;
            }

            if (TryConvert(property.PropertyType, value, here, origins, out object? converted) && Validate(property, converted, here))
            {
                property.SetValue(target, converted);
                origins[here] = source;
            }
        }
    }

    private static bool IsSection(Type type) =>
        type.IsClass && type != typeof(string) && !typeof(IEnumerable).IsAssignableFrom(type);

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}:{key}";

    private static string Suggest(string key, PropertyInfo[] properties)
    {
        string[] names = [.. properties.Select(p => p.Name)];
        string? near = names.OrderBy(n => EditDistance.Between(n.ToUpperInvariant(), key.ToUpperInvariant())).FirstOrDefault();
        return near is not null && EditDistance.Between(near.ToUpperInvariant(), key.ToUpperInvariant()) <= 3
            ? $"did you mean {near}?"
            : $"known keys here: {string.Join(", ", names)}";
    }

    private void Report(string path, string message) => problems.Add(new ConfigurationProblem(source, path, message));

    private bool Validate(PropertyInfo property, object? value, string path)
    {
        foreach (ValidationAttribute attribute in property.GetCustomAttributes<ValidationAttribute>())
        {
            if (attribute.IsValid(value))
            {
                continue;
            }

            Report(path, attribute switch
            {
                RangeAttribute r => $"must lie between {r.Minimum} and {r.Maximum}, found {value}",
                AllowedValuesAttribute a => $"must be one of {string.Join(", ", a.Values)}, found \"{value}\"",
                RequiredAttribute => "must not be empty",
                _ => attribute.FormatErrorMessage(path),
            });
            return false;
        }

        if (value is TimeSpan span && span <= TimeSpan.Zero)
        {
            Report(path, $"must be longer than zero, found {span}");
            return false;
        }

        return true;
    }

    private bool TryConvert(Type type, JsonNode? node, string path, Dictionary<string, string> origins, out object? result)
    {
        result = null;
        Type? underlying = Nullable.GetUnderlyingType(type);
        if (node is null)
        {
            if (underlying is null && type.IsValueType)
            {
                Report(path, $"must be {Describe(type)}, found null");
                return false;
            }

            return true;
        }

        type = underlying ?? type;
        if (type == typeof(Dictionary<string, double?[]>))
        {
            return TryRanges(node, path, out result);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return TryList(type, node, path, origins, out result);
        }

        if (node is not JsonValue scalar)
        {
            Report(path, $"must be {Describe(type)}, found {(node is JsonArray ? "a list" : "an object")}");
            return false;
        }

        string text = scalar.TryGetValue(out string? s) ? s : scalar.ToJsonString();
        bool isString = scalar.GetValueKind() == System.Text.Json.JsonValueKind.String;
        bool ok = Scalar(type, text, isString, out result);
        if (!ok)
        {
            Report(path, $"must be {Describe(type)}, found {scalar.ToJsonString()}");
        }

        return ok;
    }

    private static bool Scalar(Type type, string text, bool isString, out object? result)
    {
        CultureInfo c = CultureInfo.InvariantCulture;
        result = null;
        if (type == typeof(string))
        {
            result = text;
            return isString;
        }

        if (type.IsEnum)
        {
            return isString && !int.TryParse(text, out _) && Enum.TryParse(type, text, ignoreCase: true, out result);
        }

        if (type == typeof(bool) && bool.TryParse(text, out bool b))
        {
            result = b;
        }
        else if (type == typeof(int) && int.TryParse(text, NumberStyles.Integer, c, out int i))
        {
            result = i;
        }
        else if (type == typeof(long) && long.TryParse(text, NumberStyles.Integer, c, out long l))
        {
            result = l;
        }
        else if (type == typeof(double) && double.TryParse(text, NumberStyles.Float, c, out double d) && double.IsFinite(d))
        {
            result = d;
        }
        else if (type == typeof(TimeSpan) && isString && TimeSpan.TryParseExact(text, "c", c, out TimeSpan t))
        {
            result = t;
        }

        return result is not null;
    }

    private bool TryRanges(JsonNode node, string path, out object? result)
    {
        var ranges = new Dictionary<string, double?[]>(StringComparer.Ordinal);
        result = ranges;
        if (node is not JsonObject entries)
        {
            Report(path, "must be an object such as { \"CUP-INCL\": [30, 50] }");
            return false;
        }

        foreach ((string code, JsonNode? value) in entries)
        {
            if (value is not JsonArray { Count: 2 } pair || !TryEnd(pair[0], out double? low) || !TryEnd(pair[1], out double? high) || low > high)
            {
                Report(Join(path, code), "must be [lower, upper], numbers or null for an open end, the lower not above the upper");
                return false;
            }

            ranges[code] = [low, high];
        }

        return true;
    }

    private static bool TryEnd(JsonNode? node, out double? value)
    {
        value = null;
        if (node is null)
        {
            return true;
        }

        if (node is JsonValue v && v.TryGetValue(out double d))
        {
            value = d;
            return true;
        }

        return false;
    }

    private bool TryList(Type type, JsonNode node, string path, Dictionary<string, string> origins, out object? result)
    {
        Type itemType = type.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(type)!;
        result = list;
        if (node is not JsonArray array)
        {
            Report(path, "must be a list");
            return false;
        }

        int before = problems.Count;
        for (int i = 0; i < array.Count; i++)
        {
            string here = $"{path}:{i}";
            if (IsSection(itemType))
            {
                if (array[i] is not JsonObject entry)
                {
                    Report(here, "must be an object");
                    continue;
                }

                object item = Activator.CreateInstance(itemType)!;
                Bind(item, entry, here, origins);
                foreach (PropertyInfo required in itemType.GetProperties().Where(p => p.GetCustomAttribute<RequiredAttribute>() is not null))
                {
                    if (required.GetValue(item) is null or "")
                    {
                        Report(Join(here, required.Name), "must be given");
                    }
                }

                list.Add(item);
            }
            else if (TryConvert(itemType, array[i], here, origins, out object? value))
            {
                list.Add(value);
            }
        }

        return problems.Count == before;
    }

    private static string Describe(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(double) ? "a number"
        : type == typeof(TimeSpan) ? "a time span as \"d.hh:mm:ss\" or \"hh:mm:ss\""
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(string) ? "a text in quotes"
        : "a value of another kind";
}
