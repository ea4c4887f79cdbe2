using Npgsql;

namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>Connections to the private cluster, and the role and database that the node works with.</summary>
internal sealed class ClusterConnection(string socketDirectory, string password)
{
    /// <summary>Role and database of the node; no superuser, so that a slip in SQL does not reach the server.</summary>
    public const string Role = "pacs_analyzer";

    private const int PoolSize = 40;

    /// <summary>Of the node.</summary>
    public string Node => Build(Role, Role, pooled: true);

    /// <summary>Of the superuser, not pooled.</summary>
    public string Admin => Build("postgres", ClusterCreator.Superuser, pooled: false);

    /// <summary>Whether the server takes connections now; a wrong password is an error.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Admin);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (DatabaseErrors.IsTransient(e))
        {
            return false;
        }
        catch (PostgresException e)
        {
            throw new ClusterException($"The private database refuses its own password: {e.MessageText}. Was postgres.password replaced?", e);
        }
    }

    /// <summary>Creates role and database where they are missing.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Admin);
        await connection.OpenAsync(cancellationToken);
        if (!await ExistsAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", cancellationToken))
        {
            // The password is hexadecimal: nothing to escape.
            await ExecuteAsync(connection, $"CREATE ROLE {Role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '{password}'", cancellationToken);
        }

        if (!await ExistsAsync(connection, "SELECT 1 FROM pg_database WHERE datname = $1", cancellationToken))
        {
            await ExecuteAsync(connection, $"CREATE DATABASE {Role} OWNER {Role} TEMPLATE template0 ENCODING 'UTF8'", cancellationToken);
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = Role } } };
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string Build(string database, string user, bool pooled) => new NpgsqlConnectionStringBuilder
    {
        Host = socketDirectory,
        Port = 5432,
        Database = database,
        Username = user,
        Password = password,
        Pooling = pooled,
        MaxPoolSize = PoolSize,
        Timeout = 15,
        CommandTimeout = 60,
        IncludeErrorDetail = false,
        ApplicationName = "pacs-analyzer",
    }.ConnectionString;
}
