namespace PacsAnalyzer.SrWriter.Content;

/// <summary>Form of UIDs (PS3.5 section 9.1).</summary>
internal static class Uids
{
    private const int MaximumLength = 64;

    /// <summary>The UID itself.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or holds something other than digits and dots.</exception>
    internal static string Checked(string uid, string parameter)
    {
        if (string.IsNullOrEmpty(uid) || uid.Length > MaximumLength || !uid.All(c => char.IsAsciiDigit(c) || c == '.') || uid.Split('.').Any(part => part.Length == 0))
        {
            throw new ArgumentException($"'{uid}' is no UID (PS3.5 section 9.1).", parameter);
        }

        return uid;
    }
}
