using Microsoft.EntityFrameworkCore;

namespace PacsAnalyzer.Persistence.Migrations;

/// <summary>Tables of the operation, as of the last migration.</summary>
internal sealed partial class NodeDbContextSnapshot
{
    private static void Operation(ModelBuilder model)
    {
        model.Entity("PacsAnalyzer.Persistence.Schema.RejectionRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<string>("CalledAeTitle").IsRequired().HasColumnName("called_ae_title").HasColumnType("text");
            b.Property<string>("CallingAeTitle").IsRequired().HasColumnName("calling_ae_title").HasColumnType("text");
            b.Property<long>("Count").IsRequired().HasColumnName("count").HasColumnType("bigint");
            b.Property<DateTimeOffset?>("DismissedAt").HasColumnName("dismissed_at").HasColumnType("timestamp with time zone");
            b.Property<DateTimeOffset>("FirstSeenAt").IsRequired().HasColumnName("first_seen_at").HasColumnType("timestamp with time zone");
            b.Property<DateTimeOffset>("LastSeenAt").IsRequired().HasColumnName("last_seen_at").HasColumnType("timestamp with time zone");
            b.Property<string>("Reason").IsRequired().HasColumnName("reason").HasColumnType("text");
            b.Property<string>("RemoteAddress").IsRequired().HasColumnName("remote_address").HasColumnType("text");
            b.HasKey("Id").HasName("pk_rejections");
            b.HasIndex("LastSeenAt").HasDatabaseName("ix_rejections_last_seen_at");
            b.HasIndex("CallingAeTitle", "CalledAeTitle", "RemoteAddress", "Reason").IsUnique().HasDatabaseName("ux_rejections_attempt");
            b.ToTable("rejections");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.AuditRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<string>("Action").IsRequired().HasColumnName("action").HasColumnType("text");
            b.Property<string>("Actor").IsRequired().HasColumnName("actor").HasColumnType("text");
            b.Property<DateTimeOffset>("At").IsRequired().HasColumnName("at").HasColumnType("timestamp with time zone");
            b.Property<string>("Detail").HasColumnName("detail").HasColumnType("jsonb");
            b.Property<string>("Origin").IsRequired().HasColumnName("origin").HasColumnType("text");
            b.Property<string>("Subject").IsRequired().HasColumnName("subject").HasColumnType("text");
            b.Property<bool>("Succeeded").IsRequired().HasColumnName("succeeded").HasColumnType("boolean");
            b.HasKey("Id").HasName("pk_audit");
            b.HasIndex("At").HasDatabaseName("ix_audit_at");
            b.HasIndex("Subject").HasDatabaseName("ix_audit_subject");
            b.ToTable("audit");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.NodeRow", b =>
        {
            b.Property<string>("NodeId").HasColumnName("node_id").HasColumnType("text");
            b.Property<DateTimeOffset>("HeartbeatAt").IsRequired().HasColumnName("heartbeat_at").HasColumnType("timestamp with time zone");
            b.Property<string>("HostName").IsRequired().HasColumnName("host_name").HasColumnType("text");
            b.Property<string>("Owner").IsRequired().HasColumnName("owner").HasColumnType("text");
            b.Property<DateTimeOffset>("StartedAt").IsRequired().HasColumnName("started_at").HasColumnType("timestamp with time zone");
            b.Property<string>("Version").IsRequired().HasColumnName("version").HasColumnType("text");
            b.HasKey("NodeId").HasName("pk_nodes");
            b.ToTable("nodes");
        });

        model.Entity("PacsAnalyzer.Persistence.Schema.AlertRow", b =>
        {
            b.Property<long>("Id").HasColumnName("id").HasColumnType("bigint").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            b.Property<DateTimeOffset?>("AcknowledgedAt").HasColumnName("acknowledged_at").HasColumnType("timestamp with time zone");
            b.Property<string>("AcknowledgedBy").HasColumnName("acknowledged_by").HasColumnType("text");
            b.Property<string>("Code").IsRequired().HasColumnName("code").HasColumnType("text");
            b.Property<long>("Count").IsRequired().HasColumnName("count").HasColumnType("bigint");
            b.Property<DateTimeOffset>("FirstAt").IsRequired().HasColumnName("first_at").HasColumnType("timestamp with time zone");
            b.Property<DateTimeOffset>("LastAt").IsRequired().HasColumnName("last_at").HasColumnType("timestamp with time zone");
            b.Property<string>("Severity").IsRequired().HasColumnName("severity").HasColumnType("text");
            b.Property<string>("Subject").IsRequired().HasColumnName("subject").HasColumnType("text");
            b.Property<string>("Text").IsRequired().HasColumnName("text").HasColumnType("text");
            b.HasKey("Id").HasName("pk_alerts");
            b.HasIndex("LastAt").HasDatabaseName("ix_alerts_last_at");
            b.HasIndex("Code", "Subject").IsUnique().HasDatabaseName("ux_alerts_code_subject");
            b.ToTable("alerts");
        });
    }
}
