using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.AeTitles;

/// <summary>The AE titles in force, read again when the file changes; a bad edit leaves the last good ones.</summary>
public sealed partial class AeTitleStore : IDisposable
{
    /// <summary>How often the file is compared, for folders where the system reports no changes (network shares).</summary>
    public static readonly TimeSpan ComparisonInterval = TimeSpan.FromSeconds(2);

    private readonly string path;
    private readonly ILogger<AeTitleStore> logger;
    private readonly ITimer timer;
    private readonly FileSystemWatcher? watcher;
    private readonly Lock gate = new();
    private byte[] hash = [];
    private volatile AeTitleBook current = AeTitleBook.Empty;
    private volatile string? problem;

    /// <summary>Reads the file and begins to watch it.</summary>
    /// <exception cref="ConfigurationException">The file is not valid at the start.</exception>
    public AeTitleStore(NodeConfiguration configuration, TimeProvider time, ILogger<AeTitleStore> logger)
    {
        path = configuration.Paths.AeTitles;
        this.logger = logger;
        current = AeTitleFile.Read(path);
        hash = Hash();
        string folder = Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder))
        {
            watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += (_, _) => Refresh();
            watcher.Created += (_, _) => Refresh();
            watcher.Renamed += (_, _) => Refresh();
            watcher.EnableRaisingEvents = true;
        }

        timer = time.CreateTimer(_ => Refresh(), null, ComparisonInterval, ComparisonInterval);
    }

    /// <summary>Raised after the book changed.</summary>
    public event Action? Changed;

    /// <summary>The AE titles in force.</summary>
    public AeTitleBook Current => current;

    /// <summary>Why the file as it is now was refused; null when it is in force.</summary>
    public string? Problem => problem;

    /// <summary>Reads the file again if its content changed.</summary>
    public void Refresh()
    {
        lock (gate)
        {
            byte[] now;
            try
            {
                now = Hash();
            }
            catch (IOException)
            {
                // Somebody is writing; the next event or comparison sees the finished file.
                return;
            }

            if (now.AsSpan().SequenceEqual(hash))
            {
                return;
            }

            hash = now;
            try
            {
                current = AeTitleFile.Read(path);
                problem = null;
                LogReloaded(current.Entries.Length);
            }
            catch (ConfigurationException e)
            {
                problem = e.Message;
                LogRefused(e.Message);
                return;
            }
        }

        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watcher?.Dispose();
        timer.Dispose();
    }

    private byte[] Hash() => File.Exists(path) ? SHA256.HashData(File.ReadAllBytes(path)) : [];

    [LoggerMessage(1101, LogLevel.Information, "AE titles read again: {Count} remote AEs")]
    private partial void LogReloaded(int count);

    [LoggerMessage(1102, LogLevel.Warning, "The change to ae-titles.json was refused and the last good one stays: {Problem}")]
    private partial void LogRefused(string problem);
}
