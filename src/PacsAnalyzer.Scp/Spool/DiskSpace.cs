namespace PacsAnalyzer.Scp.Spool;

/// <summary>Free bytes of the disk that a folder lies on.</summary>
public interface IDiskSpace
{
    /// <summary>Bytes that the service user may still write.</summary>
    long FreeBytes(string folder);
}

/// <summary>Asks the file system.</summary>
public sealed class DiskSpace : IDiskSpace
{
    /// <inheritdoc/>
    public long FreeBytes(string folder) => new DriveInfo(folder).AvailableFreeSpace;
}
