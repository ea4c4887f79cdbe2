namespace PacsAnalyzer.Dicom.Tests;

/// <summary>Bytes written down with remarks: hex digits, spaces, and all after a # left out.</summary>
internal static class Hex
{
    public static byte[] Of(string text)
    {
        IEnumerable<string> lines = text.Split('\n').Select(line => line.Split('#')[0]);
        return Convert.FromHexString(string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal));
    }
}
