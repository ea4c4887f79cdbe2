using Microsoft.EntityFrameworkCore;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Tables of what was received: studies, series, instances, conflicts, ledger.</summary>
internal static class ReceivedModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<StudyRow>(study =>
        {
            study.ToTable("studies");
            study.HasKey(s => s.StudyInstanceUid);
            study.HasIndex(s => s.LastReceivedAt);
            study.HasIndex(s => s.PatientId);
        });
        model.Entity<SeriesRow>(series =>
        {
            series.ToTable("series");
            series.HasKey(s => s.Id);
            series.HasOne<StudyRow>().WithMany().HasForeignKey(s => s.StudyInstanceUid).OnDelete(DeleteBehavior.Cascade);
            series.HasIndex(s => new { s.StudyInstanceUid, s.SeriesInstanceUid }).IsUnique();
            series.HasIndex(s => s.DueAt).HasFilter("state = 'Receiving'");
        });
        model.Entity<InstanceRow>(instance =>
        {
            instance.ToTable("instances");
            instance.HasKey(i => i.SopInstanceUid);
            instance.HasOne<SeriesRow>().WithMany().HasForeignKey(i => i.SeriesId).OnDelete(DeleteBehavior.Cascade);
            instance.HasIndex(i => i.FilePath);
            instance.Property(i => i.Header).HasColumnType("jsonb");
        });
        model.Entity<ConflictRow>(conflict =>
        {
            conflict.ToTable("instance_conflicts");
            conflict.HasKey(c => c.Id);
            conflict.HasOne<InstanceRow>().WithMany().HasForeignKey(c => c.SopInstanceUid).OnDelete(DeleteBehavior.Cascade);
            conflict.HasIndex(c => new { c.SopInstanceUid, c.ContentHash }).IsUnique();
            conflict.HasIndex(c => c.FilePath);
        });
        model.Entity<LedgerRow>(ledger =>
        {
            ledger.ToTable("ledger");
            ledger.HasKey(l => l.SopInstanceUid);
            ledger.HasIndex(l => l.State);
            ledger.HasIndex(l => l.ReceivedAt);
            ledger.HasIndex(l => l.StudyInstanceUid);
            ledger.HasIndex(l => l.UnindexedPath).HasFilter("unindexed_path IS NOT NULL");
        });
    }
}
