using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;
using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Audit;
using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Nodes;
using PacsAnalyzer.Persistence.Rejections;
using PacsAnalyzer.Persistence.Results;
using PacsAnalyzer.Persistence.Retention;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Persistence.Signals;

namespace PacsAnalyzer.Persistence;

/// <summary>The node's database: all stores on one connection pool. Creating it connects to nothing.</summary>
public sealed class NodeDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly DbSession session;
    private readonly PooledDbContextFactory<NodeDbContext> contexts;

    /// <summary>Prepares the stores.</summary>
    /// <param name="connectionString">Npgsql connection string, <see cref="Cluster.PrivateCluster.ConnectionString"/> or an external one.</param>
    /// <param name="time">Clock of all leases and time stamps.</param>
    /// <param name="loggers">Where Npgsql and EF Core log; null for nowhere. Values of parameters are never logged.</param>
    /// <exception cref="ArgumentException">The connection string is not one.</exception>
    public NodeDatabase(string connectionString, TimeProvider time, ILoggerFactory? loggers = null)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.ApplicationName ??= "pacs-analyzer";
        if (builder.ConnectionStringBuilder.KeepAlive == 0)
        {
            // Finds out that a listening connection to a far server is half open.
            builder.ConnectionStringBuilder.KeepAlive = 30;
        }

        if (loggers is not null)
        {
            builder.UseLoggerFactory(loggers);
        }

        source = builder.Build();
        DbContextOptionsBuilder<NodeDbContext> options = NodeDbOptions.Create(source);
        if (loggers is not null)
        {
            options.UseLoggerFactory(loggers);
        }

        contexts = new PooledDbContextFactory<NodeDbContext>(options.Options);
        session = new DbSession(source, contexts, time);
        Instances = new InstanceIndex(session);
        Series = new SeriesStore(session);
        Jobs = new JobStore(session);
        Results = new ResultStore(session);
        Deliveries = new DeliveryStore(session);
        Ledger = new LedgerStore(session);
        Rejections = new RejectionStore(session);
        Audit = new AuditStore(session);
        Nodes = new NodeStore(session);
        Alerts = new AlertStore(session);
        Retention = new RetentionStore(session);
        Signals = new DatabaseSignals(source, time);
    }

    /// <summary>The index of the spool.</summary>
    public IInstanceIndex Instances { get; }

    /// <summary>Series and studies.</summary>
    public ISeriesStore Series { get; }

    /// <summary>The queue of analyses.</summary>
    public IJobStore Jobs { get; }

    /// <summary>Stored results.</summary>
    public IResultStore Results { get; }

    /// <summary>The outbox.</summary>
    public IDeliveryStore Deliveries { get; }

    /// <summary>The account of every acknowledged instance.</summary>
    public ILedgerStore Ledger { get; }

    /// <summary>Rejected callers.</summary>
    public IRejectionStore Rejections { get; }

    /// <summary>The audit trail.</summary>
    public IAuditStore Audit { get; }

    /// <summary>The nodes on this database.</summary>
    public INodeStore Nodes { get; }

    /// <summary>Alerts for the operator.</summary>
    public IAlertStore Alerts { get; }

    /// <summary>What may leave the disk.</summary>
    public IRetentionStore Retention { get; }

    /// <summary>Notifications of the stores, across nodes.</summary>
    public DatabaseSignals Signals { get; }

    /// <summary>
    /// Brings the schema up to date; nodes that start together wait for each other. Harmless when it is up to date.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The database is away.</exception>
    /// <exception cref="SchemaException">The schema belongs to a newer program, or the server is too old.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken) => Migrator.RunAsync(source, contexts, cancellationToken);

    /// <summary>Asks the server for a sign of life.</summary>
    /// <exception cref="DatabaseUnavailableException">There is none.</exception>
    public Task CheckAsync(CancellationToken cancellationToken) =>
        session.ReadAsync(db => db.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken), cancellationToken);

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await Signals.DisposeAsync();
        await source.DisposeAsync();
    }
}
