namespace PacsAnalyzer.Scp.Associations;

/// <summary>An AE title as a peer sent it, fit for a log line or a page.</summary>
internal static class PrintableTitle
{
    /// <summary>At most 16 printable ASCII characters; others become '?'.</summary>
    public static string Of(string title) =>
        string.Concat(title.Take(16).Select(c => c is < ' ' or > '~' ? '?' : c));
}
