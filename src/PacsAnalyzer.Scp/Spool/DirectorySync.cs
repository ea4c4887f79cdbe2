using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>Flushes a folder, so that a file's name survives loss of power as its content does (fsync(2): "ensure that the entry in the directory ...").</summary>
internal static partial class DirectorySync
{
    private const int ReadOnlyDirectory = 0x10000;

    /// <summary>Flushes the entries of a folder.</summary>
    /// <exception cref="IOException">The folder cannot be opened or flushed.</exception>
    public static void Flush(string folder)
    {
        using var handle = new SafeFileHandle(Open(folder, ReadOnlyDirectory), ownsHandle: true);
        if (handle.IsInvalid || Fsync(handle) != 0)
        {
            throw new IOException($"The folder {folder} cannot be flushed to the disk (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle handle);
}
