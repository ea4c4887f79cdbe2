using System.Diagnostics;

namespace PacsAnalyzer.Tests;

/// <summary>A checking program of Debian (dicom3tools, dcmtk); a test skips where it is missing unless everything is required.</summary>
internal static class ExternalTool
{
    internal static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("PACS_TEST_CORPUS_REQUIRED") == "1", $"{program} is not on PATH.");
            Assert.Fail($"{program} is not on PATH.");
        }

        var start = new ProcessStartInfo(path!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
