using System.Globalization;
using System.Runtime.InteropServices;

namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>Waits for the end of a process that is not our child.</summary>
internal static partial class ProcessExit
{
    private const long PidfdOpen = 434;
    private const short PollIn = 1;
    private const int PollMilliseconds = 1000;

    /// <summary>Whether the process runs; one that ended and was not yet collected by its parent does not.</summary>
    public static bool IsRunning(int pid)
    {
        try
        {
            // "pid (name) state ...": the name may hold brackets and blanks, the state stands after the last bracket.
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            int end = stat.LastIndexOf(')');
            return end < 0 || end + 2 >= stat.Length || stat[end + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Completes when the process has ended.</summary>
    public static Task WaitAsync(int pid, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(() => Wait(pid, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    // pidfd_open(2), Linux 5.3: readable when the process ends. The time-out only serves cancellation, and kernels that lack it.
    private static void Wait(int pid, CancellationToken cancellationToken)
    {
        int fd = (int)Syscall(PidfdOpen, pid, 0);
        try
        {
            while (IsRunning(pid))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var poll = new PollFd { Fd = fd, Events = PollIn };
                if (Poll(ref poll, 1, PollMilliseconds) > 0 && poll.Revents != 0)
                {
                    return;
                }
            }
        }
        finally
        {
            if (fd >= 0)
            {
                _ = Close(fd);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial long Syscall(long number, int pid, uint flags);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollFd fds, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int fd);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollFd
    {
        public int Fd;
        public short Events;
        public short Revents;
    }
}
