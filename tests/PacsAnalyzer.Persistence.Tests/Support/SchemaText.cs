using Npgsql;

namespace PacsAnalyzer.Persistence.Tests.Support;

/// <summary>What the catalogue of a database says.</summary>
internal static class SchemaText
{
    /// <summary>Columns, constraints and indexes, one a line, sorted; the history of migrations left out.</summary>
    public static Task<string[]> ReadAsync(string connection, CancellationToken cancellationToken) => QueryAsync(
        connection,
        """
        SELECT t FROM (
            SELECT format('column %s.%s %s null=%s identity=%s default=%s', table_name, column_name, data_type, is_nullable, identity_generation, column_default) AS t
                FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
            UNION ALL
            SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'schema_migrations'
            UNION ALL
            SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_migrations') AS all_of_it
        ORDER BY t COLLATE "C"
        """,
        cancellationToken);

    public static async Task<string[]> QueryAsync(string connection, string sql, CancellationToken cancellationToken)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connection);
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
        }

        return [.. lines];
    }
}
