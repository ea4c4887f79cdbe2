using System.Reflection;

namespace PacsAnalyzer.Pipeline;

/// <summary>How results name this program.</summary>
public static class SoftwareName
{
    /// <summary>Product and version, <c>PacsAnalyzer 0.1.0</c>.</summary>
    public static string Current { get; } = "PacsAnalyzer "
        + (typeof(SoftwareName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");
}
