using System.Net.Sockets;
using Npgsql;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests;

public class DatabaseAwayTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    [Fact]
    public async Task Every_store_says_that_the_database_is_away()
    {
        await using var away = new NodeDatabase("Host=/nowhere/at/all;Database=x;Username=x;Password=x", Time);
        Func<Task>[] calls =
        [
            () => away.MigrateAsync(Ct),
            () => away.CheckAsync(Ct),
            () => away.IndexAsync(Arrivals.One(Time, "1.2", 1, 1)),
            () => away.ClaimAsync(),
            () => away.LeaseJobAsync(),
            () => away.Results.GetAsync(1, Ct),
            () => away.LeaseDeliveriesAsync("pacs"),
            () => away.Ledger.CountsAsync(Ct),
            () => away.Rejections.ListAsync(true, new Page(), Ct),
            () => away.Audit.AppendAsync(new("a", "b", "c", "d"), Ct),
            () => away.Nodes.HeartbeatAsync("n", Ct),
            () => away.Alerts.ListAsync(true, new Page(), Ct),
            () => away.Retention.ListRemovableAsync(Time.GetUtcNow(), 1, Ct),
        ];
        foreach (Func<Task> call in calls)
        {
            DatabaseErrors.IsTransient(await Should.ThrowAsync<DatabaseUnavailableException>(call)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Killed_connections_cost_one_call()
    {
        await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1, 3));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Database.CheckAsync(Ct)));
        await SchemaText.QueryAsync(
            ConnectionString, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", Ct);

        await Should.ThrowAsync<DatabaseUnavailableException>(() => Database.Ledger.CountsAsync(Ct));
        for (int i = 0; i < 8; i++)
        {
            (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(0, 0, 0, 3, 0));
        }
    }

    [Fact]
    public async Task A_wrong_password_is_not_an_outage()
    {
        var wrong = new NpgsqlConnectionStringBuilder(ConnectionString) { Password = "wrong" };
        await using var database = new NodeDatabase(wrong.ConnectionString, Time);

        Exception e = await Should.ThrowAsync<Exception>(() => database.CheckAsync(Ct));
        e.ShouldNotBeOfType<DatabaseUnavailableException>();
        DatabaseErrors.IsTransient(e).ShouldBeFalse();
    }

    [Fact]
    public async Task Giving_up_is_not_an_outage()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Database.Ledger.CountsAsync(stop.Token));
    }

    [Fact]
    public void Outages_are_told_from_mistakes()
    {
        DatabaseErrors.IsTransient(new InvalidOperationException("x", new NpgsqlException("y", new SocketException(111)))).ShouldBeTrue();
        foreach (string state in (string[])["57P01", "57P02", "57P03", "53300", "53100", "08006", "40P01"])
        {
            DatabaseErrors.IsTransient(new PostgresException("m", "FATAL", "FATAL", state)).ShouldBeTrue(state);
        }

        foreach (string state in (string[])["28P01", "3D000", "23505", "42P01", "22P02"])
        {
            DatabaseErrors.IsTransient(new PostgresException("m", "ERROR", "ERROR", state)).ShouldBeFalse(state);
        }

        DatabaseErrors.IsTransient(new InvalidOperationException("x")).ShouldBeFalse();
        DatabaseErrors.IsTransient(new ArgumentException("x")).ShouldBeFalse();
    }
}
