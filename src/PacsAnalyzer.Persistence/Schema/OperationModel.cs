using Microsoft.EntityFrameworkCore;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Tables of the operation: rejections, audit, nodes, alerts.</summary>
internal static class OperationModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<RejectionRow>(rejection =>
        {
            rejection.ToTable("rejections");
            rejection.HasKey(r => r.Id);
            rejection.HasIndex(r => new { r.CallingAeTitle, r.CalledAeTitle, r.RemoteAddress, r.Reason }).IsUnique().HasDatabaseName("ux_rejections_attempt");
            rejection.HasIndex(r => r.LastSeenAt);
        });
        model.Entity<AuditRow>(audit =>
        {
            audit.ToTable("audit");
            audit.HasKey(a => a.Id);
            audit.HasIndex(a => a.At);
            audit.HasIndex(a => a.Subject);
            audit.Property(a => a.Detail).HasColumnType("jsonb");
        });
        model.Entity<NodeRow>(node =>
        {
            node.ToTable("nodes");
            node.HasKey(n => n.NodeId);
        });
        model.Entity<AlertRow>(alert =>
        {
            alert.ToTable("alerts");
            alert.HasKey(a => a.Id);
            alert.HasIndex(a => new { a.Code, a.Subject }).IsUnique();
            alert.HasIndex(a => a.LastAt);
        });
    }
}
