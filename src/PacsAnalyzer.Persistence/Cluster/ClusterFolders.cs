using System.Security.Cryptography;

namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>Makes the folders and the password of a cluster, so that the server's user reaches what it has to reach and nobody else does.</summary>
internal sealed class ClusterFolders(ClusterPaths paths, ServerCommand server, Action<ClusterEvent> tell)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string ElsewhereRoot = "/var/lib/pacs-analyzer";

    public void MakeRoot()
    {
        if (!Directory.Exists(paths.Root))
        {
            Directory.CreateDirectory(paths.Root, OwnerOnly | UnixFileMode.UserExecute | Passing);
        }
    }

    /// <summary>Takes the lock that keeps two nodes off one cluster.</summary>
    public FileStream Lock()
    {
        try
        {
            return new FileStream(paths.LockFile, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = OwnerOnly });
        }
        catch (IOException e) when (File.Exists(paths.LockFile))
        {
            throw new ClusterException(
                $"Another node runs on {paths.Root}. Stop it, or give this one a Node:DataDirectory of its own or a shared Database:ConnectionString.", e);
        }
    }

    public async Task MakeRuntimeAsync(CancellationToken cancellationToken)
    {
        string parent = Path.GetDirectoryName(paths.Runtime) ?? "/";
        if (!Directory.Exists(parent))
        {
            Directory.CreateDirectory(parent, OwnerOnly | UnixFileMode.UserExecute | Passing);
        }

        if (new DirectoryInfo(paths.Runtime).LinkTarget is not null)
        {
            throw new ClusterException($"{paths.Runtime} is a link; the socket needs a folder of its own.");
        }

        await server.MakeFolderAsync(paths.Runtime, cancellationToken);
    }

    /// <summary>The password, generated when there is no cluster yet.</summary>
    public string Password()
    {
        if (File.Exists(paths.PasswordFile))
        {
            return File.ReadAllText(paths.PasswordFile).Trim();
        }

        if (paths.Version is not null)
        {
            throw new ClusterException($"The password of the database is gone: {paths.PasswordFile} is missing. Restore it from a backup.");
        }

        string password = RandomNumberGenerator.GetHexString(48, true);
        string temporary = paths.PasswordFile + ".new";
        File.Delete(temporary);
        using (var file = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(password));
            file.Flush(true);
        }

        File.Move(temporary, paths.PasswordFile, true);
        return password;
    }

    /// <summary>
    /// Makes sure that the server's user can walk to the cluster. Our own folder is opened for walking; where a folder above is closed
    /// (root's home), the cluster lies under /var/lib and a link stands in its place.
    /// </summary>
    public async Task<string> PlaceAsync(CancellationToken cancellationToken)
    {
        if (server.User is null || await IsReachableAsync(cancellationToken))
        {
            return paths.Unfinished;
        }

        File.SetUnixFileMode(paths.Root, File.GetUnixFileMode(paths.Root) | Passing);
        if (await IsReachableAsync(cancellationToken))
        {
            return paths.Unfinished;
        }

        if (!Directory.Exists(ElsewhereRoot))
        {
            Directory.CreateDirectory(ElsewhereRoot, OwnerOnly | UnixFileMode.UserExecute | Passing);
        }

        string elsewhere = Path.Combine(ElsewhereRoot, $"postgres-{RandomNumberGenerator.GetHexString(12, true)}");
        tell(new ClusterEvent(
            ClusterEventKind.Relocated, $"{paths.Root} is closed to user {server.User}: the database lies in {elsewhere}, linked from {paths.Data}."));
        return elsewhere;
    }

    private static UnixFileMode Passing => UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private async Task<bool> IsReachableAsync(CancellationToken cancellationToken) =>
        (await server.RunAsync("test", ["-x", paths.Root], cancellationToken)).ExitCode == 0;
}
