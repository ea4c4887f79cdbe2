using System.Net;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Configuration;

/// <summary>Rules that need more than one value, or more than a range.</summary>
internal static class ConfigurationRules
{
    private const string Source = "configuration";

    /// <summary>Every broken rule.</summary>
    public static IEnumerable<ConfigurationProblem> Check(PacsAnalyzerOptions options)
    {
        if (AeTitleRule.Problem(options.Node.AeTitle) is { } title)
        {
            yield return new(Source, "Node:AeTitle", title);
        }

        if (!IPAddress.TryParse(options.Node.DicomAddress, out _))
        {
            yield return new(Source, "Node:DicomAddress", $"must be an IP address such as 0.0.0.0 (all) or 127.0.0.1, found \"{options.Node.DicomAddress}\"");
        }

        foreach (ConfigurationProblem problem in CheckHttp(options))
        {
            yield return problem;
        }

        if (options.Tls.Port is not null)
        {
            if (options.Tls.CertificatePath is null || options.Tls.KeyPath is null)
            {
                yield return new(Source, "Tls:CertificatePath", "a TLS port needs Tls:CertificatePath and Tls:KeyPath (PEM files)");
            }

            if (options.Tls.RequireClientCertificate && options.Tls.TrustedCaPath is null)
            {
                yield return new(Source, "Tls:TrustedCaPath", "client certificates are required, so the authorities that sign them must be named, or Tls:RequireClientCertificate set to false");
            }
        }

        if (options.Assembly.MaximumWait < options.Assembly.QuietPeriod)
        {
            yield return new(Source, "Assembly:MaximumWait", "must not be shorter than Assembly:QuietPeriod");
        }

        if (options.Delivery.MaximumDelay < options.Delivery.InitialDelay)
        {
            yield return new(Source, "Delivery:MaximumDelay", "must not be shorter than Delivery:InitialDelay");
        }

        string[] codes = ["CUP-INCL", "CUP-COVER", "HRC-VOFF", "HRC-HOFF", "VBMD-TRAB", "VBMD-L1L2"];
        foreach (string code in options.Reports.Ranges.Keys.Except(codes))
        {
            yield return new(Source, $"Reports:Ranges:{code}", $"is not a code with limits; known: {string.Join(", ", codes)}");
        }

        string[] names = [.. options.Admin.Users.GroupBy(u => u.Name).Where(g => g.Count() > 1).Select(g => g.Key)];
        if (names.Length > 0)
        {
            yield return new(Source, "Admin:Users", $"{names[0]} is listed twice");
        }
    }

    private static IEnumerable<ConfigurationProblem> CheckHttp(PacsAnalyzerOptions options)
    {
        if (!Uri.TryCreate(options.Node.HttpUrl, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            yield return new(Source, "Node:HttpUrl", $"must be an address such as http://127.0.0.1:8080, found \"{options.Node.HttpUrl}\"");
            yield break;
        }

        if (url.IsLoopback)
        {
            yield break;
        }

        if (url.Scheme == "http" && !options.Admin.AllowPlainHttp)
        {
            yield return new(Source, "Node:HttpUrl", "plain HTTP beyond loopback shows patient data to the network; use 127.0.0.1 behind a TLS proxy, or set Admin:AllowPlainHttp to true");
        }

        if (options.Admin.Users.Count == 0)
        {
            yield return new(Source, "Admin:Users", "beyond loopback somebody must sign in; add at least one user");
        }
    }
}
