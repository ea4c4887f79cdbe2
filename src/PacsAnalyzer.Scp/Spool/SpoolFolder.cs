using System.Globalization;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>The layout of the spool: a folder a day and hour, files named by time and a counter, never by anything a peer sent.</summary>
/// <remarks>A file being received ends in <c>.part</c>; it gets its name by a rename after its bytes are flushed, so that every
/// <c>.dcm</c> file is complete.</remarks>
public sealed class SpoolFolder
{
    private const string Finished = ".dcm";
    private const string Unfinished = ".part";

    private readonly TimeProvider time;
    private readonly string instanceTag;
    private readonly Lock gate = new();
    private string currentFolder = "";
    private long counter;

    /// <summary>Creates the folder if needed, readable by its owner alone.</summary>
    public SpoolFolder(string root, TimeProvider time)
    {
        Root = root;
        this.time = time;
        // Two nodes may share one spool: their counters must not meet.
        instanceTag = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
        PrivateFolder.Create(root);
    }

    /// <summary>Absolute path of the spool.</summary>
    public string Root { get; }

    /// <summary>A fresh path for a file to be received; its folder exists.</summary>
    public string NewPartPath()
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        string folder = Path.Combine(Root, now.ToString("yyyyMMdd", CultureInfo.InvariantCulture), now.ToString("HH", CultureInfo.InvariantCulture));
        lock (gate)
        {
            if (folder != currentFolder)
            {
                PrivateFolder.Create(folder);
                DirectorySync.Flush(Path.GetDirectoryName(folder)!);
                DirectorySync.Flush(Root);
                currentFolder = folder;
            }
        }

        long number = Interlocked.Increment(ref counter);
        return Path.Combine(folder, $"{now:yyyyMMddHHmmssfff}-{instanceTag}-{number:x6}{Unfinished}");
    }

    /// <summary>The name a received file gets when it is complete.</summary>
    public static string FinalPath(string partPath) => Path.ChangeExtension(partPath, Finished);

    /// <summary>Path relative to the spool, as the index has it.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path);

    /// <summary>Absolute path of an indexed file.</summary>
    /// <exception cref="InvalidOperationException">The path leads out of the spool.</exception>
    public string Absolute(string relative)
    {
        string path = Path.GetFullPath(relative, Root);
        return path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException("A path in the index leads out of the spool.");
    }

    /// <summary>All complete files, oldest folder first.</summary>
    public IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Root, "*" + Finished, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>Removes what was never acknowledged: files of associations that ended with a crash.</summary>
    /// <param name="olderThan">Files written to since then are left: another node may be receiving them.</param>
    /// <returns>How many were removed.</returns>
    public int RemoveUnfinished(DateTimeOffset olderThan)
    {
        int removed = 0;
        foreach (string file in Directory.EnumerateFiles(Root, "*" + Unfinished, SearchOption.AllDirectories))
        {
            if (File.GetLastWriteTimeUtc(file) < olderThan.UtcDateTime)
            {
                File.Delete(file);
                removed++;
            }
        }

        return removed;
    }
}
