using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Applies migrations under an advisory lock.</summary>
internal static class Migrator
{
    /// <summary>Oldest server that is supported.</summary>
    public const int MinimumServerVersion = 13;

    // "PACSANLZ" as a number: the lock that all nodes take.
    private const long LockKey = 0x50414353414E4C5A;

    public static async Task RunAsync(NpgsqlDataSource source, PooledDbContextFactory<NodeDbContext> contexts, CancellationToken cancellationToken)
    {
        try
        {
            // The lock belongs to this session and ends with it, whatever happens to the node.
            await using NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken);
            if (connection.PostgreSqlVersion.Major < MinimumServerVersion)
            {
                throw new SchemaException(
                    $"Database:ConnectionString points to PostgreSQL {connection.PostgreSqlVersion}; version {MinimumServerVersion} or later is needed.");
            }

            await ExecuteAsync(connection, "SELECT pg_advisory_lock($1)", cancellationToken);
            try
            {
                await ApplyAsync(contexts, cancellationToken);
            }
            finally
            {
                await ExecuteAsync(connection, "SELECT pg_advisory_unlock($1)", CancellationToken.None);
            }
        }
        catch (Exception e) when (DatabaseErrors.IsTransient(e))
        {
            throw new DatabaseUnavailableException($"The database is not available: {e.GetBaseException().Message}", e);
        }
    }

    private static async Task ApplyAsync(PooledDbContextFactory<NodeDbContext> contexts, CancellationToken cancellationToken)
    {
        await using NodeDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = db.Database.GetMigrations().ToHashSet();
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Where(m => !known.Contains(m)).ToList();
        if (unknown.Count > 0)
        {
            throw new SchemaException(
                $"The database has been migrated by a newer version of this program ({unknown[^1]}). Start that version, or restore a backup made before.");
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LockKey });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
