using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Migrations;

/// <summary>
/// The model as of the last migration. EF Core compares it with the present model: a difference is a migration that was forgotten.
/// Rewritten with each migration; the test project has a tool that prints it.
/// </summary>
[DbContext(typeof(NodeDbContext))]
internal sealed partial class NodeDbContextSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        modelBuilder.HasAnnotation("ProductVersion", "10.0.0").HasAnnotation("Relational:MaxIdentifierLength", 63);
        modelBuilder.UseIdentityByDefaultColumns();
        Received(modelBuilder);
        Work(modelBuilder);
        Operation(modelBuilder);
        References(modelBuilder);
    }

    private static void References(ModelBuilder model)
    {
        Reference(model, "DeliveryRow", "ResultRow", "ResultId", DeleteBehavior.Cascade, true, "fk_deliveries_result_id");
        Reference(model, "DeliveryObjectRow", "DeliveryRow", "DeliveryId", DeleteBehavior.Cascade, true, "fk_delivery_objects_delivery_id");
        Reference(model, "DeliveryObjectRow", "ReportObjectRow", "ReportObjectId", DeleteBehavior.Cascade, true, "fk_delivery_objects_report_object_id");
        Reference(model, "ConflictRow", "InstanceRow", "SopInstanceUid", DeleteBehavior.Cascade, true, "fk_instance_conflicts_sop_instance_uid");
        Reference(model, "InstanceRow", "SeriesRow", "SeriesId", DeleteBehavior.Cascade, true, "fk_instances_series_id");
        Reference(model, "JobRow", "SeriesRow", "SeriesId", DeleteBehavior.Cascade, true, "fk_jobs_series_id");
        Reference(model, "MeasurementRow", "ResultRow", "ResultId", DeleteBehavior.Cascade, true, "fk_measurements_result_id");
        Reference(model, "ReportObjectRow", "ResultRow", "ResultId", DeleteBehavior.Cascade, true, "fk_report_objects_result_id");
        Reference(model, "ResultRow", "JobRow", "JobId", DeleteBehavior.Cascade, true, "fk_results_job_id");
        Reference(model, "ResultRow", "ResultRow", "SupersededBy", DeleteBehavior.SetNull, false, "fk_results_superseded_by");
        Reference(model, "SeriesRow", "StudyRow", "StudyInstanceUid", DeleteBehavior.Cascade, true, "fk_series_study_instance_uid");
    }

    private static void Reference(ModelBuilder model, string from, string to, string property, DeleteBehavior delete, bool required, string name) =>
        model.Entity($"PacsAnalyzer.Persistence.Schema.{from}").HasOne($"PacsAnalyzer.Persistence.Schema.{to}", null).WithMany()
            .HasForeignKey(property).OnDelete(delete).IsRequired(required).HasConstraintName(name);
}
