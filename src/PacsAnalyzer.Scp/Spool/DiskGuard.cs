using Microsoft.Extensions.Logging;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>Says whether another instance may be accepted without going below <c>Spool:MinimumFreeBytes</c>.</summary>
public sealed partial class DiskGuard(string folder, long minimumFreeBytes, IDiskSpace space, TimeProvider time, ILogger<DiskGuard> logger)
{
    /// <summary>How old a reading may be; between readings the bytes being written are counted.</summary>
    private static readonly TimeSpan ReadingAge = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private long readAt = long.MinValue;
    private long free;
    private long written;
    private bool full;

    /// <summary>Whether the limit has been reached; the reason for people, or null.</summary>
    public string? Problem => Check(0) ? null : $"less than {minimumFreeBytes} bytes are free on the disk of {folder}";

    /// <summary>Whether <paramref name="bytes"/> more may be written.</summary>
    public bool Check(long bytes)
    {
        lock (gate)
        {
            long now = time.GetTimestamp();
            if (readAt == long.MinValue || time.GetElapsedTime(readAt, now) > ReadingAge)
            {
                free = space.FreeBytes(folder);
                readAt = now;
                written = 0;
            }

            written += bytes;
            bool enough = free - written > minimumFreeBytes;
            if (enough == full)
            {
                full = !enough;
                if (full)
                {
                    LogFull(free, minimumFreeBytes);
                }
                else
                {
                    LogRoom(free);
                }
            }

            return enough;
        }
    }

    [LoggerMessage(2101, LogLevel.Error, "Disk limit reached: {Free} bytes are free, {Minimum} must stay free; new instances are answered A700 until there is room")]
    private partial void LogFull(long free, long minimum);

    [LoggerMessage(2102, LogLevel.Information, "Room on the disk again: {Free} bytes are free; instances are accepted")]
    private partial void LogRoom(long free);
}
