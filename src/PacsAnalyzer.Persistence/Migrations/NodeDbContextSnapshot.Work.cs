using Microsoft.EntityFrameworkCore;

namespace PacsAnalyzer.Persistence.Migrations;

/// <summary>Tables of the work and its outcome, as of the last migration.</summary>
internal sealed partial class NodeDbContextSnapshot
{
    private static void Work(ModelBuilder model)
    {
        model.Entity("PacsAnalyzer.Persistence.Schema.JobRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<int>("Attempts").IsRequired().HasColumnName("attempts").HasColumnType("integer");
            b.Property<string>("ContentHash").IsRequired().HasColumnName("content_hash").HasColumnType("text");
            b.Property<int>("Crashes").IsRequired().HasColumnName("crashes").HasColumnType("integer");
            b.Property<DateTimeOffset>("CreatedAt").IsRequired().HasColumnName("created_at").HasColumnType("timestamp with time zone");
            b.Property<DateTimeOffset?>("FinishedAt").HasColumnName("finished_at").HasColumnType("timestamp with time zone");
            b.Property<DateTimeOffset?>("HeartbeatAt").HasColumnName("heartbeat_at").HasColumnType("timestamp with time zone");
            b.Property<string>("JobKey").IsRequired().HasColumnName("job_key").HasColumnType("text");
            b.Property<string>("LastError").HasColumnName("last_error").HasColumnType("text");
            b.Property<string>("LeaseOwner").HasColumnName("lease_owner").HasColumnType("text");
            b.Property<int>("LeaseToken").IsRequired().HasColumnName("lease_token").HasColumnType("integer");
            b.Property<DateTimeOffset?>("LeaseUntil").HasColumnName("lease_until").HasColumnType("timestamp with time zone");
            b.Property<string>("ModelVersion").IsRequired().HasColumnName("model_version").HasColumnType("text");
            b.Property<DateTimeOffset>("NextAttemptAt").IsRequired().HasColumnName("next_attempt_at").HasColumnType("timestamp with time zone");
            b.Property<string>("Pipeline").IsRequired().HasColumnName("pipeline").HasColumnType("text");
            b.Property<int>("Revision").IsRequired().HasColumnName("revision").HasColumnType("integer");
            b.Property<long>("SeriesId").IsRequired().HasColumnName("series_id").HasColumnType("bigint");
            b.Property<string>("SeriesInstanceUid").IsRequired().HasColumnName("series_instance_uid").HasColumnType("text");
            b.Property<string>("State").IsRequired().HasColumnName("state").HasColumnType("text");
            b.Property<string>("StudyInstanceUid").IsRequired().HasColumnName("study_instance_uid").HasColumnType("text");
            b.HasKey("Id").HasName("pk_jobs");
            b.HasIndex("NextAttemptAt").HasDatabaseName("ix_jobs_next_attempt_at").HasFilter("state IN ('Pending', 'Leased')");
            b.HasIndex("SeriesId").HasDatabaseName("ix_jobs_series_id");
            b.HasIndex("StudyInstanceUid").HasDatabaseName("ix_jobs_study_instance_uid");
            b.HasIndex("JobKey").IsUnique().HasDatabaseName("ux_jobs_job_key");
            b.ToTable("jobs");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.ResultRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<string>("ConfigurationHash").IsRequired().HasColumnName("configuration_hash").HasColumnType("text");
            b.Property<DateTimeOffset>("CreatedAt").IsRequired().HasColumnName("created_at").HasColumnType("timestamp with time zone");
            b.Property<string>("Document").IsRequired().HasColumnName("document").HasColumnType("jsonb");
            b.Property<long>("JobId").IsRequired().HasColumnName("job_id").HasColumnType("bigint");
            b.Property<string>("ModelVersion").IsRequired().HasColumnName("model_version").HasColumnType("text");
            b.Property<string>("Pipeline").IsRequired().HasColumnName("pipeline").HasColumnType("text");
            b.Property<string>("ReasonCode").HasColumnName("reason_code").HasColumnType("text");
            b.Property<long>("SeriesId").IsRequired().HasColumnName("series_id").HasColumnType("bigint");
            b.Property<string>("SeriesInstanceUid").IsRequired().HasColumnName("series_instance_uid").HasColumnType("text");
            b.Property<string>("Status").IsRequired().HasColumnName("status").HasColumnType("text");
            b.Property<string>("StudyInstanceUid").IsRequired().HasColumnName("study_instance_uid").HasColumnType("text");
            b.Property<long?>("SupersededBy").HasColumnName("superseded_by").HasColumnType("bigint");
            b.HasKey("Id").HasName("pk_results");
            b.HasIndex("SeriesId").HasDatabaseName("ix_results_series_id");
            b.HasIndex("StudyInstanceUid").HasDatabaseName("ix_results_study_instance_uid");
            b.HasIndex("SupersededBy").HasDatabaseName("ix_results_superseded_by");
            b.HasIndex("JobId").IsUnique().HasDatabaseName("ux_results_job_id");
            b.ToTable("results");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.MeasurementRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<string>("Code").IsRequired().HasColumnName("code").HasColumnType("text");
            b.Property<string>("Level").HasColumnName("level").HasColumnType("text");
            b.Property<string>("Normality").IsRequired().HasColumnName("normality").HasColumnType("text");
            b.Property<int>("Ordinal").IsRequired().HasColumnName("ordinal").HasColumnType("integer");
            b.Property<double?>("RangeHigh").HasColumnName("range_high").HasColumnType("double precision");
            b.Property<double?>("RangeLow").HasColumnName("range_low").HasColumnType("double precision");
            b.Property<string>("Reason").HasColumnName("reason").HasColumnType("text");
            b.Property<long>("ResultId").IsRequired().HasColumnName("result_id").HasColumnType("bigint");
            b.Property<string>("Side").HasColumnName("side").HasColumnType("text");
            b.Property<string>("Unit").IsRequired().HasColumnName("unit").HasColumnType("text");
            b.Property<double?>("Value").HasColumnName("value").HasColumnType("double precision");
            b.HasKey("Id").HasName("pk_measurements");
            b.HasIndex("Code").HasDatabaseName("ix_measurements_code");
            b.HasIndex("ResultId", "Ordinal").IsUnique().HasDatabaseName("ux_measurements_result_id_ordinal");
            b.ToTable("measurements");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.ReportObjectRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<long>("ByteLength").IsRequired().HasColumnName("byte_length").HasColumnType("bigint");
            b.Property<DateTimeOffset>("CreatedAt").IsRequired().HasColumnName("created_at").HasColumnType("timestamp with time zone");
            b.Property<string>("FilePath").IsRequired().HasColumnName("file_path").HasColumnType("text");
            b.Property<string>("Kind").IsRequired().HasColumnName("kind").HasColumnType("text");
            b.Property<int>("Ordinal").IsRequired().HasColumnName("ordinal").HasColumnType("integer");
            b.Property<string>("PredecessorSopInstanceUid").HasColumnName("predecessor_sop_instance_uid").HasColumnType("text");
            b.Property<DateTimeOffset?>("RemovedAt").HasColumnName("removed_at").HasColumnType("timestamp with time zone");
            b.Property<long>("ResultId").IsRequired().HasColumnName("result_id").HasColumnType("bigint");
            b.Property<string>("Sha256").IsRequired().HasColumnName("sha256").HasColumnType("text");
            b.Property<string>("SopClassUid").IsRequired().HasColumnName("sop_class_uid").HasColumnType("text");
            b.Property<string>("SopInstanceUid").IsRequired().HasColumnName("sop_instance_uid").HasColumnType("text");
            b.HasKey("Id").HasName("pk_report_objects");
            b.HasIndex("ResultId").HasDatabaseName("ix_report_objects_result_id");
            b.HasIndex("SopInstanceUid").IsUnique().HasDatabaseName("ux_report_objects_sop_instance_uid");
            b.ToTable("report_objects");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.DeliveryRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<int>("Attempts").IsRequired().HasColumnName("attempts").HasColumnType("integer");
            b.Property<DateTimeOffset>("CreatedAt").IsRequired().HasColumnName("created_at").HasColumnType("timestamp with time zone");
            b.Property<string>("Destination").IsRequired().HasColumnName("destination").HasColumnType("text");
            b.Property<long?>("FallbackOf").HasColumnName("fallback_of").HasColumnType("bigint");
            b.Property<DateTimeOffset?>("FinishedAt").HasColumnName("finished_at").HasColumnType("timestamp with time zone");
            b.Property<bool>("HeldByStudy").IsRequired().HasColumnName("held_by_study").HasColumnType("boolean");
            b.Property<string>("HoldReason").HasColumnName("hold_reason").HasColumnType("text");
            b.Property<string>("LastComment").HasColumnName("last_comment").HasColumnType("text");
            b.Property<int?>("LastStatus").HasColumnName("last_status").HasColumnType("integer");
            b.Property<string>("LeaseOwner").HasColumnName("lease_owner").HasColumnType("text");
            b.Property<int>("LeaseToken").IsRequired().HasColumnName("lease_token").HasColumnType("integer");
            b.Property<DateTimeOffset?>("LeaseUntil").HasColumnName("lease_until").HasColumnType("timestamp with time zone");
            b.Property<DateTimeOffset>("NextAttemptAt").IsRequired().HasColumnName("next_attempt_at").HasColumnType("timestamp with time zone");
            b.Property<string>("Proof").IsRequired().HasColumnName("proof").HasColumnType("text");
            b.Property<long>("ResultId").IsRequired().HasColumnName("result_id").HasColumnType("bigint");
            b.Property<DateTimeOffset>("StartedAt").IsRequired().HasColumnName("started_at").HasColumnType("timestamp with time zone");
            b.Property<string>("State").IsRequired().HasColumnName("state").HasColumnType("text");
            b.Property<string>("StudyInstanceUid").IsRequired().HasColumnName("study_instance_uid").HasColumnType("text");
            b.Property<bool>("Superseded").IsRequired().HasColumnName("superseded").HasColumnType("boolean");
            b.HasKey("Id").HasName("pk_deliveries");
            b.HasIndex("Destination", "StudyInstanceUid", "Id").HasDatabaseName("ix_deliveries_destination_study_instance_uid_id").HasFilter("state IN ('Pending', 'Sending', 'Held')");
            b.HasIndex("StudyInstanceUid").HasDatabaseName("ix_deliveries_study_instance_uid");
            b.HasIndex("ResultId", "Destination").IsUnique().HasDatabaseName("ux_deliveries_result_id_destination");
            b.ToTable("deliveries");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.DeliveryObjectRow", b =>
        {
            b.Property<long>("DeliveryId").HasColumnName("delivery_id").HasColumnType("bigint");
            b.Property<long>("ReportObjectId").HasColumnName("report_object_id").HasColumnType("bigint");
            b.Property<DateTimeOffset?>("AcceptedAt").HasColumnName("accepted_at").HasColumnType("timestamp with time zone");
            b.Property<int>("Ordinal").IsRequired().HasColumnName("ordinal").HasColumnType("integer");
            b.HasKey("DeliveryId", "ReportObjectId").HasName("pk_delivery_objects");
            b.HasIndex("ReportObjectId").HasDatabaseName("ix_delivery_objects_report_object_id");
            b.ToTable("delivery_objects");
        });
    }
}
