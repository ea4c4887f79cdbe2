using System.Globalization;

namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>What <c>postmaster.pid</c> says of a running server.</summary>
/// <param name="Pid">Process.</param>
/// <param name="SocketDirectory">Folder of its socket.</param>
internal sealed record PostmasterFile(int Pid, string SocketDirectory)
{
    /// <summary>The server that runs on a data folder, or null. A file left by a crash or a process number used again is no server.</summary>
    public static PostmasterFile? Running(string dataDirectory)
    {
        try
        {
            string[] lines = File.ReadAllLines(Path.Combine(dataDirectory, "postmaster.pid"));
            if (lines.Length < 5 || !int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out int pid) || !ProcessExit.IsRunning(pid))
            {
                return null;
            }

            string command = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cmdline"));
            return command.Contains("postgres", StringComparison.Ordinal) && command.Contains(dataDirectory, StringComparison.Ordinal)
                ? new PostmasterFile(pid, lines[4])
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
