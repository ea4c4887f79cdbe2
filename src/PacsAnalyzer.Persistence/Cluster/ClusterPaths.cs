using System.Security.Cryptography;
using System.Text;

namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>Where the parts of the cluster lie.</summary>
internal sealed class ClusterPaths
{
    // sockaddr_un.sun_path has 108 bytes, the last one is zero.
    private const int MaximumSocketPath = 107;

    public ClusterPaths(PrivateClusterOptions options)
    {
        Root = Path.GetFullPath(options.DataDirectory);
        Data = Path.Combine(Root, "postgres");
        PasswordFile = Path.Combine(Root, "postgres.password");
        LockFile = Path.Combine(Root, "postgres.lock");
        Runtime = options.RuntimeDirectory is { } chosen ? Path.GetFullPath(chosen) : DefaultRuntime(Root);
        int length = Encoding.UTF8.GetByteCount(Path.Combine(Runtime, ".s.PGSQL.5432"));
        if (length > MaximumSocketPath)
        {
            throw new ClusterException($"The socket folder {Runtime} is too long: {length} bytes with the socket's name, at most {MaximumSocketPath} are possible.");
        }
    }

    /// <summary>The node's data folder.</summary>
    public string Root { get; }

    /// <summary>The cluster.</summary>
    public string Data { get; }

    /// <summary>Where a new cluster is made before it gets its name, so that half a cluster is never taken for one.</summary>
    public string Unfinished => Data + ".new";

    /// <summary>Generated password, readable by the node's user alone.</summary>
    public string PasswordFile { get; }

    /// <summary>Held while a node uses the cluster.</summary>
    public string LockFile { get; }

    /// <summary>Folder of the socket.</summary>
    public string Runtime { get; }

    /// <summary>Major version of the cluster; null when there is none yet.</summary>
    public int? Version => File.Exists(Path.Combine(Data, "PG_VERSION")) && int.TryParse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), out int version)
        ? version
        : null;

    private static string DefaultRuntime(string root)
    {
        if (Environment.GetEnvironmentVariable("RUNTIME_DIRECTORY") is { Length: > 0 } systemd)
        {
            return Path.Combine(systemd.Split(':')[0], "postgres");
        }

        // One folder a data directory: several nodes may run on one machine.
        string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..12];
        if (Environment.IsPrivilegedProcess)
        {
            return Path.Combine("/run/pacs-analyzer", name);
        }

        return Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } user && Directory.Exists(user)
            ? Path.Combine(user, "pacs-analyzer", name)
            : Path.Combine(Path.GetTempPath(), $"pacs-analyzer-{Environment.UserName}", name);
    }
}
