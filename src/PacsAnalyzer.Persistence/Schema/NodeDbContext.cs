using Microsoft.EntityFrameworkCore;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>The database of the node. Enums are stored by name, times as <c>timestamptz</c> in UTC.</summary>
internal sealed class NodeDbContext(DbContextOptions<NodeDbContext> options) : DbContext(options)
{
    public DbSet<StudyRow> Studies => Set<StudyRow>();

    public DbSet<SeriesRow> Series => Set<SeriesRow>();

    public DbSet<InstanceRow> Instances => Set<InstanceRow>();

    public DbSet<ConflictRow> Conflicts => Set<ConflictRow>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<ResultRow> Results => Set<ResultRow>();

    public DbSet<MeasurementRow> Measurements => Set<MeasurementRow>();

    public DbSet<ReportObjectRow> ReportObjects => Set<ReportObjectRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<DeliveryObjectRow> DeliveryObjects => Set<DeliveryObjectRow>();

    public DbSet<RejectionRow> Rejections => Set<RejectionRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<NodeRow> Nodes => Set<NodeRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ReceivedModel.Configure(modelBuilder);
        WorkModel.Configure(modelBuilder);
        OperationModel.Configure(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }
}
