using System.Globalization;

namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>Finds PostgreSQL's server programs.</summary>
internal static class PostgresBinaries
{
    private const string DebianRoot = "/usr/lib/postgresql";

    /// <summary>The folder with initdb, pg_ctl and postgres.</summary>
    /// <param name="configured">A folder that was asked for, or null.</param>
    /// <param name="clusterVersion">Major version of an existing cluster; null takes the newest.</param>
    /// <exception cref="ClusterException">There is none.</exception>
    public static string Find(string? configured, int? clusterVersion) =>
        Find(configured, clusterVersion, DebianRoot, Environment.GetEnvironmentVariable("PATH") ?? "");

    internal static string Find(string? configured, int? clusterVersion, string debianRoot, string path)
    {
        if (configured is not null)
        {
            return IsComplete(configured) ? configured : throw new ClusterException($"{configured} has no initdb, pg_ctl and postgres.");
        }

        // Debian keeps one folder a major version, outside PATH.
        IEnumerable<(int Version, string Folder)> versions = Directory.Exists(debianRoot)
            ? Directory.GetDirectories(debianRoot)
                .Select(d => (int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out int v) ? v : 0, Path.Combine(d, "bin")))
                .Where(d => IsComplete(d.Item2))
                .OrderByDescending(d => d.Item1)
            : [];
        foreach ((int version, string folder) in versions)
        {
            if (clusterVersion is null || version == clusterVersion)
            {
                return folder;
            }
        }

        foreach (string folder in path.Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsComplete(folder))
            {
                return folder;
            }
        }

        throw new ClusterException(clusterVersion is { } wanted
            ? $"The database was made by PostgreSQL {wanted}, whose programs are not installed. Install the package postgresql-{wanted}."
            : "PostgreSQL is not installed. Install it (Debian: apt-get install postgresql), or name an existing server in Database:ConnectionString.");
    }

    private static bool IsComplete(string folder) => Array.TrueForAll(["initdb", "pg_ctl", "postgres"], name => File.Exists(Path.Combine(folder, name)));
}
