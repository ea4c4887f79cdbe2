using System.Globalization;
using System.Runtime.InteropServices;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>Unix signals to processes that a test started.</summary>
internal static partial class Signals
{
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Sends a signal; a process that is gone already is no error.</summary>
    public static void Send(int pid, int signal) => _ = SendSignal(pid, signal);

    /// <summary>Whether a process runs and has this word on its command line, so that a number used again is not mistaken.</summary>
    public static bool IsRunning(int pid, string word)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cmdline")).Contains(word, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
