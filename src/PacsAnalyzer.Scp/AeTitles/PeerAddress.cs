using System.Globalization;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.AeTitles;

/// <summary>An AE title with its address, written <c>AET@HOST:PORT</c>.</summary>
/// <param name="AeTitle">AE title.</param>
/// <param name="Host">Host name or address; an IPv6 address stands in brackets in the text.</param>
/// <param name="Port">TCP port.</param>
public sealed record PeerAddress(string AeTitle, string Host, int Port)
{
    /// <summary>Parses <c>AET@HOST:PORT</c>.</summary>
    /// <exception cref="ConfigurationException">The text is not of that form.</exception>
    public static PeerAddress Parse(string text) =>
        TryParse(text, out PeerAddress? address)
            ? address!
            : throw new ConfigurationException([new ConfigurationProblem("address", "", $"\"{text}\" is not AET@HOST:PORT, for example ORTHANC@127.0.0.1:4242")]);

    /// <summary>Parses <c>AET@HOST:PORT</c>; false when the text is not of that form.</summary>
    public static bool TryParse(string text, out PeerAddress? address)
    {
        address = null;
        int at = text.LastIndexOf('@'), colon = text.LastIndexOf(':');
        if (at <= 0 || colon < at + 2 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) || port is < 1 or > 65535)
        {
            return false;
        }

        string title = text[..at];
        if (AeTitleRule.Problem(title) is not null)
        {
            return false;
        }

        address = new PeerAddress(title, text[(at + 1)..colon].Trim('[', ']'), port);
        return true;
    }
}
