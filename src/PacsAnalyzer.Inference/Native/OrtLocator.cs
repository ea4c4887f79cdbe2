using System.Reflection;

namespace PacsAnalyzer.Inference.Native;

/// <summary>Where the native library is looked for, in order.</summary>
internal static class OrtLocator
{
    /// <summary>Names another folder than .native/.</summary>
    public const string FolderVariable = "PACS_ANALYZER_NATIVE";

    /// <summary>The file name that tools/fetch-onnxruntime.sh and ONNX Runtime's releases use on this system.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
        OperatingSystem.IsWindows() ? ["onnxruntime.dll"]
        : OperatingSystem.IsMacOS() ? ["libonnxruntime.dylib", "libonnxruntime.1.dylib"]
        : ["libonnxruntime.so.1", "libonnxruntime.so"];

    /// <summary>
    /// Full paths, best first: the folder named by the environment, .native/ in the program's folder and each folder above it,
    /// then the program's folder. A build with the NuGet package looks beside the program first, since that is what was asked for.
    /// </summary>
    /// <param name="baseDirectory">The program's folder.</param>
    /// <param name="named">The value of <see cref="FolderVariable"/>, or null.</param>
    /// <param name="programFirst">Whether the library beside the program goes before .native/.</param>
    public static IEnumerable<string> Candidates(string baseDirectory, string? named, bool programFirst)
    {
        string runtime = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        string portable = runtime.Contains('-', StringComparison.Ordinal) && OperatingSystem.IsLinux()
            ? "linux" + runtime[runtime.LastIndexOf('-')..]
            : runtime;
        IEnumerable<string> program = [baseDirectory, Path.Combine(baseDirectory, "runtimes", portable, "native")];
        var folders = new List<string>();
        if (!string.IsNullOrWhiteSpace(named))
        {
            folders.Add(named);
        }

        if (programFirst)
        {
            folders.AddRange(program);
        }

        for (DirectoryInfo? up = new(baseDirectory); up is not null; up = up.Parent)
        {
            folders.Add(Path.Combine(up.FullName, ".native"));
        }

        folders.AddRange(program);
        return folders.Distinct().SelectMany(folder => FileNames.Select(name => Path.GetFullPath(Path.Combine(folder, name))));
    }

    /// <summary>Whether the program was built with -p:OnnxRuntimeFrom=NuGet.</summary>
    public static bool BuiltWithPackage { get; } = typeof(OrtLocator).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Any(a => a is { Key: "OnnxRuntimeFrom", Value: "NuGet" });
}
