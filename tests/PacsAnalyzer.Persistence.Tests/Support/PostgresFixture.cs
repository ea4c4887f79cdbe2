using Npgsql;
using PacsAnalyzer.Persistence.Cluster;

[assembly: AssemblyFixture(typeof(PacsAnalyzer.Persistence.Tests.Support.PostgresFixture))]

namespace PacsAnalyzer.Persistence.Tests.Support;

/// <summary>One private cluster for the whole run, in a temporary folder, and a migrated template that each test's database is copied from.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private const string Template = "template_node";

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<PrivateCluster>> cluster;
    private int databases;

    public PostgresFixture() => cluster = new Lazy<Task<PrivateCluster>>(StartAsync);

    /// <summary>Connection string of a new, migrated database.</summary>
    public async Task<string> NewDatabaseAsync() => await CreateAsync(await cluster.Value, $"test_{Interlocked.Increment(ref databases)}", Template);

    /// <summary>Connection string of a new database without tables.</summary>
    public async Task<string> NewEmptyDatabaseAsync() => await CreateAsync(await cluster.Value, $"test_{Interlocked.Increment(ref databases)}", "template0");

    public async ValueTask DisposeAsync()
    {
        if (cluster.IsValueCreated)
        {
            await (await cluster.Value).DisposeAsync();
        }

        folder.Dispose();
    }

    private async Task<PrivateCluster> StartAsync()
    {
        var started = new PrivateCluster(
            new PrivateClusterOptions(folder.Path) { RuntimeDirectory = Path.Combine(folder.Path, "run") }, TimeProvider.System);
        await started.StartAsync(CancellationToken.None);
        await using var database = new NodeDatabase(await CreateAsync(started, Template, "template0"), TimeProvider.System);
        await database.MigrateAsync(CancellationToken.None);
        return started;
    }

    private static async Task<string> CreateAsync(PrivateCluster cluster, string name, string template)
    {
        await using var connection = new NpgsqlConnection(cluster.AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template} OWNER {ClusterConnection.Role}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = name, MaxPoolSize = 12, Pooling = name != Template }.ConnectionString;
    }
}
