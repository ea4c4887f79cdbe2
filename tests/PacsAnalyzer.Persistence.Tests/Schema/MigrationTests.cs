using Microsoft.EntityFrameworkCore;
using Npgsql;
using PacsAnalyzer.Persistence.Schema;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Schema;

public class MigrationTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Model_has_no_pending_changes()
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create("Host=/nowhere;Database=none");
        using var db = new NodeDbContext(NodeDbOptions.Create(source).Options);
        db.Database.HasPendingModelChanges().ShouldBeFalse("The model changed: add a migration and rewrite NodeDbContextSnapshot (ModelFiles prints both).");
    }

    [Fact]
    public async Task Migrations_make_the_same_schema_as_the_model()
    {
        string migrated = await postgres.NewEmptyDatabaseAsync(), created = await postgres.NewEmptyDatabaseAsync();
        await using (var database = new NodeDatabase(migrated, TimeProvider.System))
        {
            await database.MigrateAsync(Ct);
        }

        await using NpgsqlDataSource source = NpgsqlDataSource.Create(created);
        await using var db = new NodeDbContext(NodeDbOptions.Create(source).Options);
        await db.Database.ExecuteSqlRawAsync(db.Database.GenerateCreateScript().Replace("{", "{{", StringComparison.Ordinal), Ct);

        string[] fromMigrations = await SchemaText.ReadAsync(migrated, Ct), fromModel = await SchemaText.ReadAsync(created, Ct);
        fromModel.Length.ShouldBeGreaterThan(100);
        fromMigrations.ShouldBe(fromModel);
    }

    [Fact]
    public async Task Nodes_that_start_together_migrate_once()
    {
        string connection = await postgres.NewEmptyDatabaseAsync();
        NodeDatabase[] nodes = [.. Enumerable.Range(0, 4).Select(_ => new NodeDatabase(connection, TimeProvider.System))];
        await Task.WhenAll(nodes.Select(n => n.MigrateAsync(Ct)));
        await nodes[0].MigrateAsync(Ct);

        (await SchemaText.QueryAsync(connection, $"SELECT \"MigrationId\" FROM {NodeDbOptions.HistoryTable}", Ct)).ShouldBe(["20261127000001_Initial"]);
        await Task.WhenAll(nodes.Select(n => n.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        string connection = await postgres.NewDatabaseAsync();
        await SchemaText.QueryAsync(connection, $"INSERT INTO {NodeDbOptions.HistoryTable} VALUES ('20991231000001_Future', '99') RETURNING 'x'", Ct);
        await using var database = new NodeDatabase(connection, TimeProvider.System);

        SchemaException e = await Should.ThrowAsync<SchemaException>(() => database.MigrateAsync(Ct));
        e.Message.ShouldContain("newer version");
        e.Message.ShouldContain("20991231000001_Future");
    }
}
