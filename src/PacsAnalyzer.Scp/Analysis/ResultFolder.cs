using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>Stored results: a folder a job, named by its number and attempt, with the objects that are sent from there.</summary>
internal sealed class ResultFolder
{
    /// <summary>Creates the folder if needed, readable by its owner alone.</summary>
    public ResultFolder(string root)
    {
        Root = root;
        PrivateFolder.Create(root);
    }

    /// <summary>Absolute path.</summary>
    public string Root { get; }

    /// <summary>Absolute path of a stored file.</summary>
    /// <exception cref="InvalidOperationException">The path leads out of the folder.</exception>
    public string Absolute(string relative)
    {
        string path = Path.GetFullPath(relative, Root);
        return path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException("A path in the database leads out of the result folder.");
    }

    /// <summary>Writes a file durably: content, name and folder are on the disk when it returns.</summary>
    /// <returns>The path relative to the folder.</returns>
    public string Write(string folder, string name, byte[] content)
    {
        string directory = Path.Combine(Root, folder);
        PrivateFolder.Create(directory);
        string path = Path.Combine(directory, name), temporary = path + ".new";
        using (FileStream stream = File.Create(temporary))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        DirectorySync.Flush(directory);
        DirectorySync.Flush(Root);
        return Path.GetRelativePath(Root, path);
    }
}
