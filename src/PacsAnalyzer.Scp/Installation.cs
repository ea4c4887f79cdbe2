using System.Reflection;

namespace PacsAnalyzer.Scp;

/// <summary>Where the program lies, and which version it is.</summary>
internal static class Installation
{
    /// <summary>Folder with <c>models</c>, <c>config</c> and <c>samples</c>: the repository's root in a checkout, else the program's own folder.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Version of the program.</summary>
    public static string Version { get; } =
        typeof(Installation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Name and version as reports carry it.</summary>
    public static string Software => $"PacsAnalyzer {Version}";

    private static string Find()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (Directory.Exists(Path.Combine(d.FullName, "models")) && Directory.Exists(Path.Combine(d.FullName, "config")))
            {
                return d.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
