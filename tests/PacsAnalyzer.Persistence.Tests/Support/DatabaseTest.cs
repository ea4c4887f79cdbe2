namespace PacsAnalyzer.Persistence.Tests.Support;

/// <summary>A test with a database of its own and a clock that it moves.</summary>
public abstract class DatabaseTest(PostgresFixture postgres) : IAsyncLifetime
{
    protected ManualTime Time { get; } = new();

    protected NodeDatabase Database { get; private set; } = null!;

    protected string ConnectionString { get; private set; } = "";

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await postgres.NewDatabaseAsync();
        Database = new NodeDatabase(ConnectionString, Time);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Database.DisposeAsync();
    }
}
