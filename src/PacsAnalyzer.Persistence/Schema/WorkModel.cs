using Microsoft.EntityFrameworkCore;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Tables of the work and its outcome: jobs, results, measurements, report objects, deliveries.</summary>
internal static class WorkModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<JobRow>(job =>
        {
            job.ToTable("jobs");
            job.HasKey(j => j.Id);
            job.HasOne<SeriesRow>().WithMany().HasForeignKey(j => j.SeriesId).OnDelete(DeleteBehavior.Cascade);
            job.HasIndex(j => j.JobKey).IsUnique();
            job.HasIndex(j => j.SeriesId);
            job.HasIndex(j => j.StudyInstanceUid);
            job.HasIndex(j => j.NextAttemptAt).HasFilter("state IN ('Pending', 'Leased')");
        });
        model.Entity<ResultRow>(result =>
        {
            result.ToTable("results");
            result.HasKey(r => r.Id);
            result.HasOne<JobRow>().WithMany().HasForeignKey(r => r.JobId).OnDelete(DeleteBehavior.Cascade);
            result.HasOne<ResultRow>().WithMany().HasForeignKey(r => r.SupersededBy).OnDelete(DeleteBehavior.SetNull);
            result.HasIndex(r => r.JobId).IsUnique();
            result.HasIndex(r => r.SeriesId);
            result.HasIndex(r => r.StudyInstanceUid);
            result.Property(r => r.Document).HasColumnType("jsonb");
        });
        model.Entity<MeasurementRow>(measurement =>
        {
            measurement.ToTable("measurements");
            measurement.HasKey(m => m.Id);
            measurement.HasOne<ResultRow>().WithMany().HasForeignKey(m => m.ResultId).OnDelete(DeleteBehavior.Cascade);
            measurement.HasIndex(m => new { m.ResultId, m.Ordinal }).IsUnique();
            measurement.HasIndex(m => m.Code);
        });
        model.Entity<ReportObjectRow>(report =>
        {
            report.ToTable("report_objects");
            report.HasKey(r => r.Id);
            report.HasOne<ResultRow>().WithMany().HasForeignKey(r => r.ResultId).OnDelete(DeleteBehavior.Cascade);
            report.HasIndex(r => r.SopInstanceUid).IsUnique();
            report.HasIndex(r => r.ResultId);
        });
        model.Entity<DeliveryRow>(delivery =>
        {
            delivery.ToTable("deliveries");
            delivery.HasKey(d => d.Id);
            delivery.HasOne<ResultRow>().WithMany().HasForeignKey(d => d.ResultId).OnDelete(DeleteBehavior.Cascade);
            delivery.HasIndex(d => new { d.ResultId, d.Destination }).IsUnique();
            delivery.HasIndex(d => d.StudyInstanceUid);
            delivery.HasIndex(d => new { d.Destination, d.StudyInstanceUid, d.Id }).HasFilter("state IN ('Pending', 'Sending', 'Held')");
        });
        model.Entity<DeliveryObjectRow>(part =>
        {
            part.ToTable("delivery_objects");
            part.HasKey(p => new { p.DeliveryId, p.ReportObjectId });
            part.HasOne<DeliveryRow>().WithMany().HasForeignKey(p => p.DeliveryId).OnDelete(DeleteBehavior.Cascade);
            part.HasOne<ReportObjectRow>().WithMany().HasForeignKey(p => p.ReportObjectId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
