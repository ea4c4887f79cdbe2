using System.Collections.Concurrent;
using Npgsql;
using PacsAnalyzer.Persistence.Cluster;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Cluster;

public sealed class PrivateClusterTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder folder = new();
    private readonly BlockingCollection<ClusterEvent> events = [];
    private readonly List<PrivateCluster> clusters = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (PrivateCluster cluster in clusters)
        {
            await cluster.DisposeAsync();
        }

        folder.Dispose();
        events.Dispose();
    }

    [Fact]
    public async Task A_cluster_is_made_started_used_stopped_and_found_again()
    {
        PrivateCluster first = New();
        await first.StartAsync(Ct);
        await using (var database = new NodeDatabase(first.ConnectionString, TimeProvider.System))
        {
            await database.MigrateAsync(Ct);
            await database.IndexAsync(Arrivals.Many(TimeProvider.System, "1.2", 1, 3));
        }

        await first.StopAsync(Ct);
        await first.StopAsync(Ct);
        first.ServerPid.ShouldBeNull();

        PrivateCluster second = New();
        await second.StartAsync(Ct);
        await using (var database = new NodeDatabase(second.ConnectionString, TimeProvider.System))
        {
            await database.MigrateAsync(Ct);
            (await database.Ledger.CountsAsync(Ct)).Waiting.ShouldBe(3);
        }

        events.Select(e => e.Kind).ShouldBe([ClusterEventKind.Created, ClusterEventKind.Started, ClusterEventKind.Stopped, ClusterEventKind.Started]);
    }

    [Fact]
    public async Task It_is_closed_to_everybody_else()
    {
        PrivateCluster cluster = New();
        await cluster.StartAsync(Ct);

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        File.GetUnixFileMode(Path.Combine(folder.Path, "postgres.password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (File.GetUnixFileMode(cluster.DataPath) & (others | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)).ShouldBe(UnixFileMode.None);
        (File.GetUnixFileMode(cluster.SocketDirectory) & (others | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)).ShouldBe(UnixFileMode.None);
        Directory.GetFiles(cluster.SocketDirectory).Select(Path.GetFileName).ShouldNotContain("pw");

        string[] answers = await SchemaText.QueryAsync(
            cluster.ConnectionString,
            "SELECT concat_ws(' ', current_setting('listen_addresses') = '', current_setting('data_checksums'), rolsuper, pg_encoding_to_char(encoding), datcollate) "
            + "FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()",
            Ct);
        answers.ShouldBe(["t on f UTF8 C.UTF-8"]);
        var wrong = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(Ct))).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task Nothing_of_a_patient_is_in_the_servers_log()
    {
        PrivateCluster cluster = New();
        await cluster.StartAsync(Ct);
        await Should.ThrowAsync<PostgresException>(() => SchemaText.QueryAsync(
            cluster.ConnectionString, "CREATE TEMP TABLE t (name text PRIMARY KEY); INSERT INTO t VALUES ('Secret^Name'), ('Secret^Name')", Ct));
        await Should.ThrowAsync<PostgresException>(() => SchemaText.QueryAsync(cluster.ConnectionString, "SELECT 'Secret^Name' FROM nowhere", Ct));
        await cluster.StopAsync(Ct);

        string log = string.Concat(Directory.GetFiles(Path.Combine(cluster.DataPath, "log")).Select(File.ReadAllText));
        log.ShouldContain("duplicate key");
        log.ShouldNotContain("Secret");
    }

    [Fact]
    public async Task A_killed_server_is_started_again_and_has_everything_that_was_committed()
    {
        PrivateCluster cluster = New();
        await cluster.StartAsync(Ct);
        await using var database = new NodeDatabase(cluster.ConnectionString, TimeProvider.System);
        await database.MigrateAsync(Ct);

        int committed = 0;
        for (int round = 0; round < 3; round++)
        {
            int from = round * 10_000;
            Task<int> writer = WriteUntilItFailsAsync(database, from);
            KillServer(cluster);
            Next(ClusterEventKind.Died);
            Next(ClusterEventKind.Restarted);
            committed += await writer;

            LedgerCounts counts = await UntilAsync(() => database.Ledger.CountsAsync(Ct));
            counts.Acknowledged.ShouldBeInRange(committed, committed + 10, "a batch whose commit was not confirmed may be there");
            committed = (int)counts.Acknowledged;
        }
    }

    [Fact]
    public async Task A_server_left_running_by_a_killed_node_is_adopted()
    {
        PrivateCluster killed = New();
        await killed.StartAsync(Ct);
        int pid = killed.ServerPid.ShouldNotBeNull();
        await killed.AbandonAsync();

        PrivateCluster next = New();
        await next.StartAsync(Ct);

        next.ServerPid.ShouldBe(pid);
        events.ShouldContain(e => e.Kind == ClusterEventKind.Adopted);
        KillServer(next);
        Next(ClusterEventKind.Restarted);
        (await UntilAsync(() => SchemaText.QueryAsync(next.ConnectionString, "SELECT 1", Ct))).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Node_and_server_killed_at_once_recover()
    {
        PrivateCluster killed = New();
        await killed.StartAsync(Ct);
        await killed.AbandonAsync();
        KillServer(killed);

        PrivateCluster next = New();
        await next.StartAsync(Ct);
        (await SchemaText.QueryAsync(next.ConnectionString, "SELECT 1", Ct)).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_server_on_another_socket_folder_is_moved()
    {
        PrivateCluster killed = New();
        await killed.StartAsync(Ct);
        await killed.AbandonAsync();

        PrivateCluster next = New("run2");
        await next.StartAsync(Ct);
        (await SchemaText.QueryAsync(next.ConnectionString, "SELECT 1", Ct)).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Two_nodes_do_not_share_a_cluster_folder()
    {
        await New().StartAsync(Ct);

        ClusterException e = await Should.ThrowAsync<ClusterException>(() => New().StartAsync(Ct));
        e.Message.ShouldContain("Another node runs on");
    }

    [Fact]
    public async Task A_start_that_was_interrupted_in_initdb_is_repeated()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "postgres.new", "base"));

        await New().StartAsync(Ct);

        Directory.Exists(Path.Combine(folder.Path, "postgres.new")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lost_password_is_named()
    {
        PrivateCluster first = New();
        await first.StartAsync(Ct);
        await first.StopAsync(Ct);
        File.Delete(Path.Combine(folder.Path, "postgres.password"));

        (await Should.ThrowAsync<ClusterException>(() => New().StartAsync(Ct))).Message.ShouldContain("postgres.password is missing");
    }

    [Fact]
    public async Task A_folder_closed_to_the_servers_user_gets_a_link()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only a node that runs as root uses another user.");
        string closed = Path.Combine(folder.Path, "closed");
        Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var cluster = new PrivateCluster(
            new PrivateClusterOptions(Path.Combine(closed, "data")) { RuntimeDirectory = Path.Combine(folder.Path, "run"), OnEvent = events.Add }, TimeProvider.System);
        clusters.Add(cluster);

        await cluster.StartAsync(Ct);

        string elsewhere = cluster.DataPath;
        elsewhere.ShouldStartWith("/var/lib/pacs-analyzer/postgres-");
        (await SchemaText.QueryAsync(cluster.ConnectionString, "SELECT 1", Ct)).ShouldBe(["1"]);
        events.ShouldContain(e => e.Kind == ClusterEventKind.Relocated);
        await cluster.StopAsync(Ct);
        Directory.Delete(elsewhere, true);
    }

    private static async Task<int> WriteUntilItFailsAsync(NodeDatabase database, int from)
    {
        for (int written = 0; ; written += 10)
        {
            try
            {
                await database.IndexAsync(Arrivals.Many(TimeProvider.System, "1.2", 1, 10, from + written));
            }
            catch (DatabaseUnavailableException)
            {
                return written;
            }
        }
    }

    private static void KillServer(PrivateCluster cluster)
    {
        using var process = System.Diagnostics.Process.GetProcessById(cluster.ServerPid.ShouldNotBeNull());
        process.Kill();
    }

    // Outages pass by themselves; each try is a real connection, so nothing is waited for in vain.
    private static async Task<T> UntilAsync<T>(Func<Task<T>> query)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                return await query();
            }
            catch (Exception e) when (i < 100 && DatabaseErrors.IsTransient(e))
            {
                await Task.Yield();
            }
        }
    }

    private PrivateCluster New(string runtime = "run")
    {
        var cluster = new PrivateCluster(
            new PrivateClusterOptions(folder.Path) { RuntimeDirectory = Path.Combine(folder.Path, runtime), OnEvent = events.Add }, TimeProvider.System);
        clusters.Add(cluster);
        return cluster;
    }

    private void Next(ClusterEventKind kind)
    {
        while (events.TryTake(out ClusterEvent? e, Patience))
        {
            if (e.Kind == kind)
            {
                return;
            }
        }

        Assert.Fail($"{kind} did not come.");
    }
}
