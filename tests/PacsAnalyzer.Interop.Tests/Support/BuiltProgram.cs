using System.Diagnostics;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>The program as it was built beside the tests.</summary>
internal static class BuiltProgram
{
    /// <summary>Path of the program's assembly.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "pacs-analyzer.dll");

    /// <summary>Takes settings of the developer's shell out of a child's environment.</summary>
    public static void CleanEnvironment(ProcessStartInfo start)
    {
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("PACS_ANALYZER__", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove("TCP_NODELAY");
    }
}
