using System.Diagnostics;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.EndToEnd.Tests;

/// <summary>The whole way on the bundled samples: sent over DICOM, measured, reported, returned.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Every_sample_comes_back_as_its_truth_allows_and_foreign_checkers_find_no_error()
    {
        using var folder = new TemporaryFolder();
        string output = Path.Combine(folder.Path, "out");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "pacs-analyzer.dll"), "demo", "--out", output])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0, text + await errors);
        string[] returned = Directory.GetFiles(Path.Combine(output, "received"));
        int samples = Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "samples")).Length;
        returned.Count(f => f.EndsWith("-report.dcm", StringComparison.Ordinal)).ShouldBe(samples);
        returned.Count(f => f.EndsWith("-overlay.dcm", StringComparison.Ordinal)).ShouldBe(samples);
        foreach (string file in returned)
        {
            ExternalTool.Run("dciodvfy", file).Output.Split('\n').Where(l => l.StartsWith("Error", StringComparison.Ordinal)).ShouldBeEmpty(file);
        }

        foreach (string file in returned.Where(f => f.EndsWith("-report.dcm", StringComparison.Ordinal)))
        {
            (int exit, string dump) = ExternalTool.Run("dsrdump", file);
            exit.ShouldBe(0, file);
            dump.ShouldNotContain("E: ");
        }
    }
}
