namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>Makes a new cluster, or nothing.</summary>
internal sealed class ClusterCreator(ClusterPaths paths, ServerCommand server, ClusterFolders folders, string bin)
{
    /// <summary>Name of the server's superuser; the node itself works as <see cref="ClusterConnection.Role"/>.</summary>
    public const string Superuser = "pacs_admin";

    public async Task CreateAsync(string password, CancellationToken cancellationToken)
    {
        if (Directory.Exists(paths.Unfinished))
        {
            // A start was interrupted in the middle of initdb.
            Directory.Delete(paths.Unfinished, true);
        }

        string target = await folders.PlaceAsync(cancellationToken);
        await server.MakeFolderAsync(target, cancellationToken);
        string passwordFile = await WritePasswordAsync(password, cancellationToken);
        try
        {
            string[] arguments =
            [
                "--pgdata", target,
                "--username", Superuser,
                "--pwfile", passwordFile,
                "--auth-local", "scram-sha-256",
                "--auth-host", "reject",
                "--encoding", "UTF8",
                "--locale", "C.UTF-8",
                "--data-checksums",
                "--no-instructions",
            ];
            (await server.RunAsync(Path.Combine(bin, "initdb"), arguments, cancellationToken)).Require("initdb");
        }
        finally
        {
            File.Delete(passwordFile);
        }

        await File.AppendAllTextAsync(Path.Combine(target, "postgresql.conf"), $"\ninclude_if_exists '{ServerSettings.FileName}'\n", cancellationToken);
        if (target == paths.Unfinished)
        {
            Directory.Move(target, paths.Data);
        }
        else
        {
            Directory.CreateSymbolicLink(paths.Data, target);
        }
    }

    private async Task<string> WritePasswordAsync(string password, CancellationToken cancellationToken)
    {
        string file = Path.Combine(paths.Runtime, "pw");
        File.Delete(file);
        await using (var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(password), cancellationToken);
        }

        if (server.User is { } user)
        {
            (await ServerCommand.RunDirectlyAsync("chown", [user, file], cancellationToken)).Require("chown");
        }

        return file;
    }
}
