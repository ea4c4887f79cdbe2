using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>How contexts are configured.</summary>
internal static class NodeDbOptions
{
    /// <summary>Name of EF Core's table of applied migrations.</summary>
    public const string HistoryTable = "schema_migrations";

    /// <summary>Options on a data source.</summary>
    public static DbContextOptionsBuilder<NodeDbContext> Create(NpgsqlDataSource source) =>
        new DbContextOptionsBuilder<NodeDbContext>()
            .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(HistoryTable).SetPostgresVersion(15, 0))
            .EnableSensitiveDataLogging(false)
            .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
}
