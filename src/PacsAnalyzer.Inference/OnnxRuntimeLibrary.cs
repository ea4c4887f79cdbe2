using System.Runtime.InteropServices;
using PacsAnalyzer.Inference.Native;

namespace PacsAnalyzer.Inference;

/// <summary>
/// ONNX Runtime's native library, loaded once per path and kept until the process ends: it owns threads, so it is never unloaded.
/// </summary>
public sealed unsafe class OnnxRuntimeLibrary
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, OnnxRuntimeLibrary> Loaded = [];

    private OnnxRuntimeLibrary(string path, string version, OrtApi api)
    {
        Path = path;
        Version = version;
        Api = api;
        Environment = CreateEnvironment(api);
        AvailableProviders = ReadProviders(api);
        BuildInfo = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)api.Address(OrtFunction.GetBuildInfoString))()) ?? string.Empty;
    }

    /// <summary>The file that was loaded, or its bare name where the system's loader found it.</summary>
    public string Path { get; }

    /// <summary>The library's version, as "1.30.0".</summary>
    public string Version { get; }

    /// <summary>ONNX Runtime's own description of its build.</summary>
    public string BuildInfo { get; }

    /// <summary>Providers the library was built with, as "CPUExecutionProvider"; that one is listed does not say that it works here.</summary>
    public IReadOnlyList<string> AvailableProviders { get; }

    internal OrtApi Api { get; }

    internal nint Environment { get; }

    /// <summary>
    /// Loads the library: the named file, else .native/ in the program's folder or one above it (PACS_ANALYZER_NATIVE names another
    /// folder), else the program's folder, else what the system's loader finds.
    /// </summary>
    /// <param name="path">The file (configuration key Inference:RuntimeLibrary), or null to look for it.</param>
    /// <exception cref="OnnxRuntimeMissingException">Not found, not loadable, no ONNX Runtime, or older than 1.17.</exception>
    public static OnnxRuntimeLibrary Load(string? path = null)
    {
        lock (Gate)
        {
            if (!string.IsNullOrWhiteSpace(path))
            {
                string full = System.IO.Path.GetFullPath(path);
                return File.Exists(full)
                    ? LoadFile(full)
                    : throw new OnnxRuntimeMissingException($"Inference:RuntimeLibrary names {full}, which is not there; correct the path, or leave it out to use .native/");
            }

            string[] candidates = [.. OrtLocator.Candidates(
                AppContext.BaseDirectory, System.Environment.GetEnvironmentVariable(OrtLocator.FolderVariable), OrtLocator.BuiltWithPackage)];
            string? found = Array.Find(candidates, File.Exists);
            if (found is not null)
            {
                return LoadFile(found);
            }

            string? system = OrtLocator.FileNames.FirstOrDefault(name => Loaded.ContainsKey(name) || NativeLibrary.TryLoad(name, out _));
            return system is not null
                ? LoadFile(system)
                : throw new OnnxRuntimeMissingException(
                    $"ONNX Runtime's library {OrtLocator.FileNames[0]} is neither in a .native folder above {AppContext.BaseDirectory} nor known to the system; run tools/fetch-onnxruntime.sh or set Inference:RuntimeLibrary");
        }
    }

    private static OnnxRuntimeLibrary LoadFile(string path)
    {
        if (Loaded.TryGetValue(path, out OnnxRuntimeLibrary? known))
        {
            return known;
        }

        nint module;
        try
        {
            module = NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new OnnxRuntimeMissingException($"{path} cannot be loaded as a library of this system: {OneLine(e.Message)}", e);
        }

        if (!NativeLibrary.TryGetExport(module, "OrtGetApiBase", out nint entry))
        {
            throw new OnnxRuntimeMissingException($"{path} is not ONNX Runtime (it has no OrtGetApiBase); set Inference:RuntimeLibrary to a libonnxruntime");
        }

        // struct OrtApiBase { const OrtApi* (*GetApi)(uint32_t); const char* (*GetVersionString)(void); }
        nint* apiBase = (nint*)((delegate* unmanaged[Cdecl]<nint>)entry)();
        string version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)apiBase[1])()) ?? "unknown";
        nint table = ((delegate* unmanaged[Cdecl]<uint, nint>)apiBase[0])(OrtApi.Version);
        if (table == 0)
        {
            throw new OnnxRuntimeMissingException($"{path} is ONNX Runtime {version}; 1.{OrtApi.Version} or newer is needed");
        }

        var library = new OnnxRuntimeLibrary(path, version, new OrtApi(table));
        Loaded.Add(path, library);
        return library;
    }

    private static nint CreateEnvironment(OrtApi api)
    {
        // Fatal messages alone: every failure comes back as a status too, and a provider that is absent would write to stderr.
        const int FatalOnly = 4;
        nint environment = 0;
        fixed (byte* name = "pacs-analyzer\0"u8)
        {
            api.Check(
                ((delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)api.Address(OrtFunction.CreateEnv))(FatalOnly, name, &environment),
                "Starting ONNX Runtime");
        }

        api.Check(((delegate* unmanaged[Cdecl]<nint, nint>)api.Address(OrtFunction.DisableTelemetryEvents))(environment), "Switching telemetry off");
        return environment;
    }

    private static string[] ReadProviders(OrtApi api)
    {
        nint* names = null;
        int count = 0;
        api.Check(
            ((delegate* unmanaged[Cdecl]<nint**, int*, nint>)api.Address(OrtFunction.GetAvailableProviders))(&names, &count),
            "Listing the providers");
        var result = new string[count];
        for (int i = 0; i < count; i++)
        {
            result[i] = Marshal.PtrToStringUTF8(names[i]) ?? string.Empty;
        }

        api.Check(
            ((delegate* unmanaged[Cdecl]<nint*, int, nint>)api.Address(OrtFunction.ReleaseAvailableProviders))(names, count),
            "Releasing the list of providers");
        return result;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
