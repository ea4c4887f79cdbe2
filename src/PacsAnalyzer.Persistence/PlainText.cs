using System.Text.Json;
using System.Text.Json.Nodes;

namespace PacsAnalyzer.Persistence;

/// <summary>Makes foreign text storable: PostgreSQL takes neither U+0000 nor lone surrogates, and its indexes end at 2.7 kB.</summary>
internal static class PlainText
{
    /// <summary>Longest text in an indexed column, UTF-16 units.</summary>
    public const int Short = 512;

    /// <summary>Longest comment or explanation, UTF-16 units.</summary>
    public const int Long = 4000;

    /// <summary>Longest UID: PS3.5 section 9.1 allows 64 characters; some peers send more.</summary>
    public const int Uid = 128;

    /// <summary>The text cut to a length, with U+FFFD for what cannot be stored.</summary>
    public static string Clean(string text, int maximum = Short)
    {
        if (text.Length > maximum)
        {
            text = text[..maximum];
        }

        int bad = IndexOfBad(text, 0);
        if (bad < 0)
        {
            return text;
        }

        char[] characters = text.ToCharArray();
        for (; bad >= 0; bad = IndexOfBad(text, bad + 1))
        {
            characters[bad] = '\uFFFD';
        }

        return new string(characters);
    }

    /// <summary>As <see cref="Clean"/>; null and blank become null.</summary>
    public static string? CleanOrNull(string? text, int maximum = Short) => string.IsNullOrWhiteSpace(text) ? null : Clean(text, maximum);

    /// <summary>A UID as it came, or an error: it is a key, so that neither cutting nor replacing will do.</summary>
    public static string RequireUid(string uid, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(uid, name);
        return uid.Length <= Uid && IndexOfBad(uid, 0) < 0
            ? uid
            : throw new ArgumentException($"{name} is no UID: {uid.Length} characters, at most {Uid} without control characters are taken.", name);
    }

    /// <summary>A JSON document that <c>jsonb</c> takes.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static string Json(string json)
    {
        json = Clean(json, int.MaxValue);
        if (!json.Contains("\\u", StringComparison.Ordinal))
        {
            return json;
        }

        JsonNode? node = JsonNode.Parse(json);
        return Rewrite(node)?.ToJsonString() ?? "null";
    }

    private static JsonNode? Rewrite(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(Clean(p.Key, int.MaxValue), Rewrite(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Rewrite)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(CleanString(value)),
        _ => node?.DeepClone(),
    };

    // A lone surrogate written as an escape cannot be read as a string at all: its raw text is cleaned instead.
    private static string CleanString(JsonValue value)
    {
        try
        {
            return Clean(value.GetValue<string>(), int.MaxValue);
        }
        catch (InvalidOperationException)
        {
            return value.ToJsonString().Trim('"');
        }
    }

    private static int IndexOfBad(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\0')
            {
                return i;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                return i;
            }
        }

        return -1;
    }
}
