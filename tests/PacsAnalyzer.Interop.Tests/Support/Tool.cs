using System.Diagnostics;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>What a program left when it ended.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>Both streams, for messages.</summary>
    public string Text => Output + Error;
}

/// <summary>Runs programs to their end.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>Runs one of DCMTK's tools.</summary>
    public static Task<ToolResult> DcmtkAsync(string program, params string[] arguments) =>
        RunAsync(Requirement.Program(program, "dcmtk"), arguments);

    /// <summary>Runs a verb of the built program, in a folder of its own environment.</summary>
    public static Task<ToolResult> VerbAsync(params string[] arguments) => RunAsync("dotnet", [BuiltProgram.Path, .. arguments]);

    /// <summary>Runs a program.</summary>
    public static async Task<ToolResult> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        BuiltProgram.CleanEnvironment(start);
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{Path.GetFileName(program)} {string.Join(' ', arguments)} did not end within {Limit.TotalSeconds} s: {await output}{await error}");
        }

        return new ToolResult(process.ExitCode, await output, await error);
    }
}
