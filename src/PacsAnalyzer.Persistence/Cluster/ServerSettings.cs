namespace PacsAnalyzer.Persistence.Cluster;

/// <summary>The server's settings: modest memory, nothing on the network, nothing of patients in its log.</summary>
internal static class ServerSettings
{
    /// <summary>File beside postgresql.conf, which includes it.</summary>
    public const string FileName = "pacs-analyzer.conf";

    /// <summary>Connections that the server takes; the node's pool is smaller.</summary>
    public const int MaximumConnections = 80;

    public static string Text(string socketDirectory) =>
        $"""
        # Written by pacs-analyzer at every start; changes are lost. Put your own into postgresql.auto.conf (ALTER SYSTEM).
        listen_addresses = ''
        unix_socket_directories = '{socketDirectory.Replace("'", "''", StringComparison.Ordinal)}'
        unix_socket_permissions = 0700
        port = 5432
        max_connections = {MaximumConnections}
        shared_buffers = 64MB
        work_mem = 4MB
        maintenance_work_mem = 32MB
        effective_cache_size = 256MB
        max_parallel_workers_per_gather = 0
        max_parallel_maintenance_workers = 0
        jit = off
        wal_level = minimal
        max_wal_senders = 0
        min_wal_size = 80MB
        max_wal_size = 512MB
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        logging_collector = on
        log_directory = 'log'
        log_filename = 'postgresql-%a.log'
        log_file_mode = 0600
        log_rotation_age = 1d
        log_truncate_on_rotation = on
        # Statements and the details of errors can hold patient data.
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_statement = none
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0

        """;
}
