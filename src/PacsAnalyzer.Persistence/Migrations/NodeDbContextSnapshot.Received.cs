using Microsoft.EntityFrameworkCore;

namespace PacsAnalyzer.Persistence.Migrations;

/// <summary>Tables of what was received, as of the last migration.</summary>
internal sealed partial class NodeDbContextSnapshot
{
    private static void Received(ModelBuilder model)
    {
        model.Entity("PacsAnalyzer.Persistence.Schema.StudyRow", b =>
        {
            b.Property<string>("StudyInstanceUid").HasColumnName("study_instance_uid").HasColumnType("text");
            b.Property<string>("AccessionNumber").HasColumnName("accession_number").HasColumnType("text");
            b.Property<DateTimeOffset>("FirstReceivedAt").IsRequired().HasColumnName("first_received_at").HasColumnType("timestamp with time zone");
            b.Property<string>("HoldCode").HasColumnName("hold_code").HasColumnType("text");
            b.Property<string>("HoldText").HasColumnName("hold_text").HasColumnType("text");
            b.Property<string>("IssuerOfPatientId").HasColumnName("issuer_of_patient_id").HasColumnType("text");
            b.Property<DateTimeOffset>("LastReceivedAt").IsRequired().HasColumnName("last_received_at").HasColumnType("timestamp with time zone");
            b.Property<string>("PatientBirthDate").HasColumnName("patient_birth_date").HasColumnType("text");
            b.Property<string>("PatientId").HasColumnName("patient_id").HasColumnType("text");
            b.Property<string>("PatientName").HasColumnName("patient_name").HasColumnType("text");
            b.Property<string>("PatientSex").HasColumnName("patient_sex").HasColumnType("text");
            b.Property<string>("StudyDate").HasColumnName("study_date").HasColumnType("text");
            b.Property<string>("StudyDescription").HasColumnName("study_description").HasColumnType("text");
            b.Property<string>("StudyId").HasColumnName("study_id").HasColumnType("text");
            b.Property<string>("StudyTime").HasColumnName("study_time").HasColumnType("text");
            b.HasKey("StudyInstanceUid").HasName("pk_studies");
            b.HasIndex("LastReceivedAt").HasDatabaseName("ix_studies_last_received_at");
            b.HasIndex("PatientId").HasDatabaseName("ix_studies_patient_id");
            b.ToTable("studies");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.SeriesRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<int>("Attempts").IsRequired().HasColumnName("attempts").HasColumnType("integer");
            b.Property<string>("BodyPart").HasColumnName("body_part").HasColumnType("text");
            b.Property<string>("CalledAeTitle").IsRequired().HasColumnName("called_ae_title").HasColumnType("text");
            b.Property<string>("CallingAeTitle").IsRequired().HasColumnName("calling_ae_title").HasColumnType("text");
            b.Property<int>("ClaimToken").IsRequired().HasColumnName("claim_token").HasColumnType("integer");
            b.Property<int>("DecidedRevision").IsRequired().HasColumnName("decided_revision").HasColumnType("integer");
            b.Property<DateTimeOffset>("DueAt").IsRequired().HasColumnName("due_at").HasColumnType("timestamp with time zone");
            b.Property<string>("Explanation").HasColumnName("explanation").HasColumnType("text");
            b.Property<DateTimeOffset>("FirstReceivedAt").IsRequired().HasColumnName("first_received_at").HasColumnType("timestamp with time zone");
            b.Property<int>("InstanceCount").IsRequired().HasColumnName("instance_count").HasColumnType("integer");
            b.Property<string>("LastError").HasColumnName("last_error").HasColumnType("text");
            b.Property<DateTimeOffset>("LastReceivedAt").IsRequired().HasColumnName("last_received_at").HasColumnType("timestamp with time zone");
            b.Property<string>("LeaseOwner").HasColumnName("lease_owner").HasColumnType("text");
            b.Property<DateTimeOffset?>("LeaseUntil").HasColumnName("lease_until").HasColumnType("timestamp with time zone");
            b.Property<DateTimeOffset>("MaxWaitUntil").IsRequired().HasColumnName("max_wait_until").HasColumnType("timestamp with time zone");
            b.Property<string>("Modality").HasColumnName("modality").HasColumnType("text");
            b.Property<string>("Pipeline").HasColumnName("pipeline").HasColumnType("text");
            b.Property<DateTimeOffset>("QuietUntil").IsRequired().HasColumnName("quiet_until").HasColumnType("timestamp with time zone");
            b.Property<string>("RemoteAddress").IsRequired().HasColumnName("remote_address").HasColumnType("text");
            b.Property<int>("Revision").IsRequired().HasColumnName("revision").HasColumnType("integer");
            b.Property<string>("RuleId").HasColumnName("rule_id").HasColumnType("text");
            b.Property<string>("SeriesDescription").HasColumnName("series_description").HasColumnType("text");
            b.Property<string>("SeriesInstanceUid").IsRequired().HasColumnName("series_instance_uid").HasColumnType("text");
            b.Property<string>("SeriesNumber").HasColumnName("series_number").HasColumnType("text");
            b.Property<string>("State").IsRequired().HasColumnName("state").HasColumnType("text");
            b.Property<string>("StudyInstanceUid").IsRequired().HasColumnName("study_instance_uid").HasColumnType("text");
            b.HasKey("Id").HasName("pk_series");
            b.HasIndex("DueAt").HasDatabaseName("ix_series_due_at").HasFilter("state = 'Receiving'");
            b.HasIndex("StudyInstanceUid", "SeriesInstanceUid").IsUnique().HasDatabaseName("ux_series_study_instance_uid_series_instance_uid");
            b.ToTable("series");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.InstanceRow", b =>
        {
            b.Property<string>("SopInstanceUid").HasColumnName("sop_instance_uid").HasColumnType("text");
            b.Property<long>("ByteLength").IsRequired().HasColumnName("byte_length").HasColumnType("bigint");
            b.Property<string>("CallingAeTitle").IsRequired().HasColumnName("calling_ae_title").HasColumnType("text");
            b.Property<string>("ContentHash").IsRequired().HasColumnName("content_hash").HasColumnType("text");
            b.Property<string>("FilePath").IsRequired().HasColumnName("file_path").HasColumnType("text");
            b.Property<string>("Header").HasColumnName("header").HasColumnType("jsonb");
            b.Property<DateTimeOffset>("ReceivedAt").IsRequired().HasColumnName("received_at").HasColumnType("timestamp with time zone");
            b.Property<string>("RemoteAddress").IsRequired().HasColumnName("remote_address").HasColumnType("text");
            b.Property<DateTimeOffset?>("RemovedAt").HasColumnName("removed_at").HasColumnType("timestamp with time zone");
            b.Property<int>("Revision").IsRequired().HasColumnName("revision").HasColumnType("integer");
            b.Property<long>("SeriesId").IsRequired().HasColumnName("series_id").HasColumnType("bigint");
            b.Property<string>("SopClassUid").IsRequired().HasColumnName("sop_class_uid").HasColumnType("text");
            b.Property<string>("TransferSyntaxUid").IsRequired().HasColumnName("transfer_syntax_uid").HasColumnType("text");
            b.HasKey("SopInstanceUid").HasName("pk_instances");
            b.HasIndex("FilePath").HasDatabaseName("ix_instances_file_path");
            b.HasIndex("SeriesId").HasDatabaseName("ix_instances_series_id");
            b.ToTable("instances");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.ConflictRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<long>("ByteLength").IsRequired().HasColumnName("byte_length").HasColumnType("bigint");
            b.Property<string>("CallingAeTitle").IsRequired().HasColumnName("calling_ae_title").HasColumnType("text");
            b.Property<string>("ContentHash").IsRequired().HasColumnName("content_hash").HasColumnType("text");
            b.Property<bool>("DemographicsDiffer").IsRequired().HasColumnName("demographics_differ").HasColumnType("boolean");
            b.Property<string>("FilePath").IsRequired().HasColumnName("file_path").HasColumnType("text");
            b.Property<DateTimeOffset>("ReceivedAt").IsRequired().HasColumnName("received_at").HasColumnType("timestamp with time zone");
            b.Property<string>("RemoteAddress").IsRequired().HasColumnName("remote_address").HasColumnType("text");
            b.Property<string>("SopInstanceUid").IsRequired().HasColumnName("sop_instance_uid").HasColumnType("text");
            b.HasKey("Id").HasName("pk_instance_conflicts");
            b.HasIndex("FilePath").HasDatabaseName("ix_instance_conflicts_file_path");
            b.HasIndex("SopInstanceUid", "ContentHash").IsUnique().HasDatabaseName("ux_instance_conflicts_sop_instance_uid_content_hash");
            b.ToTable("instance_conflicts");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.LedgerRow", b =>
        {
            b.Property<string>("SopInstanceUid").HasColumnName("sop_instance_uid").HasColumnType("text");
            b.Property<string>("CalledAeTitle").IsRequired().HasColumnName("called_ae_title").HasColumnType("text");
            b.Property<string>("CallingAeTitle").IsRequired().HasColumnName("calling_ae_title").HasColumnType("text");
            b.Property<DateTimeOffset?>("DecidedAt").HasColumnName("decided_at").HasColumnType("timestamp with time zone");
            b.Property<string>("Reason").HasColumnName("reason").HasColumnType("text");
            b.Property<DateTimeOffset>("ReceivedAt").IsRequired().HasColumnName("received_at").HasColumnType("timestamp with time zone");
            b.Property<string>("RemoteAddress").IsRequired().HasColumnName("remote_address").HasColumnType("text");
            b.Property<DateTimeOffset?>("RemovedAt").HasColumnName("removed_at").HasColumnType("timestamp with time zone");
            b.Property<string>("RuleId").HasColumnName("rule_id").HasColumnType("text");
            b.Property<string>("SeriesInstanceUid").HasColumnName("series_instance_uid").HasColumnType("text");
            b.Property<string>("State").IsRequired().HasColumnName("state").HasColumnType("text");
            b.Property<string>("StudyInstanceUid").HasColumnName("study_instance_uid").HasColumnType("text");
            b.Property<string>("UnindexedPath").HasColumnName("unindexed_path").HasColumnType("text");
            b.HasKey("SopInstanceUid").HasName("pk_ledger");
            b.HasIndex("ReceivedAt").HasDatabaseName("ix_ledger_received_at");
            b.HasIndex("State").HasDatabaseName("ix_ledger_state");
            b.HasIndex("StudyInstanceUid").HasDatabaseName("ix_ledger_study_instance_uid");
            b.HasIndex("UnindexedPath").HasDatabaseName("ix_ledger_unindexed_path").HasFilter("unindexed_path IS NOT NULL");
            b.ToTable("ledger");
        });
    }
}
