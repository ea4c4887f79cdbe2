using System.Globalization;
using System.Text.Json;

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

    /// <summary>A JSON document that <c>jsonb</c> takes: escapes of U+0000 and of lone surrogates become U+FFFD.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static string Json(string json)
    {
        json = Clean(json, int.MaxValue);
        JsonDocument.Parse(json).Dispose();
        if (!json.Contains("\\u", StringComparison.Ordinal))
        {
            return json;
        }

        char[] text = json.ToCharArray();
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                i = CheckEscape(text, i);
            }
        }

        return new string(text);
    }

    /// <summary>Looks at the escape whose <c>u</c> stands at <paramref name="at"/>; returns the position of its last character.</summary>
    private static int CheckEscape(char[] text, int at)
    {
        char unit = Unit(text, at + 1);
        bool pair = char.IsHighSurrogate(unit) && at + 10 < text.Length && text[at + 5] == '\\' && text[at + 6] == 'u' && char.IsLowSurrogate(Unit(text, at + 7));
        if (pair)
        {
            return at + 10;
        }

        if (unit == '\0' || char.IsSurrogate(unit))
        {
            "FFFD".CopyTo(0, text, at + 1, 4);
        }

        return at + 4;
    }

    private static char Unit(char[] text, int at) => (char)ushort.Parse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

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
