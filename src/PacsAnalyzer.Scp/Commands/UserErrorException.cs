namespace PacsAnalyzer.Scp.Commands;

/// <summary>An error that the user can mend: one line that says what is wrong and what to do, and the exit code.</summary>
internal sealed class UserErrorException(string message, int exitCode = ExitCodes.Failed) : Exception(message)
{
    /// <summary>Exit code of the program.</summary>
    public int ExitCode { get; } = exitCode;
}
