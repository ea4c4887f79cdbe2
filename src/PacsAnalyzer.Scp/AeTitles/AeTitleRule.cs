namespace PacsAnalyzer.Scp.AeTitles;

/// <summary>What an AE title may be (PS3.5 table 6.2-1, AE).</summary>
internal static class AeTitleRule
{
    /// <summary>Null when the title is valid, else what is wrong with it.</summary>
    public static string? Problem(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return "an AE title must not be empty";
        }

        if (title.Length > 16)
        {
            return $"an AE title has at most 16 characters, \"{title}\" has {title.Length}";
        }

        if (title != title.Trim())
        {
            return $"an AE title has no leading or trailing spaces, found \"{title}\"";
        }

        return title.Any(c => c is < ' ' or > '~' or '\\')
            ? $"an AE title holds printable ASCII without a backslash, found \"{title}\""
            : null;
    }
}
