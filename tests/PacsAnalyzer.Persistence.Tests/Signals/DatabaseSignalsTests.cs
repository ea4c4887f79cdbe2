using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Signals;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Signals;

public class DatabaseSignalsTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Each_kind_of_work_wakes_its_listeners_on_another_node()
    {
        await using var other = new NodeDatabase(ConnectionString, TimeProvider.System);
        using SignalSubscription series = other.Signals.Subscribe(DatabaseSignal.SeriesChanged), jobs = other.Signals.Subscribe(DatabaseSignal.JobQueued),
            deliveries = other.Signals.Subscribe(DatabaseSignal.DeliveryQueued), withdrawn = other.Signals.Subscribe(DatabaseSignal.WorkWithdrawn);
        SignalSubscription[] all = [series, jobs, deliveries, withdrawn];
        other.Signals.Start();
        other.Signals.Start();
        foreach (SignalSubscription subscription in all)
        {
            // The connect itself wakes everybody once.
            (await subscription.WaitAsync(Long, Ct)).ShouldBeTrue();
        }

        other.Signals.IsConnected.ShouldBeTrue();
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1));
        (await series.WaitAsync(Long, Ct)).ShouldBeTrue();
        JobCreation job = await Database.QueueAsync(Time, "1.3");
        (await jobs.WaitAsync(Long, Ct)).ShouldBeTrue();
        await Database.Jobs.CompleteAsync((await Database.LeaseJobAsync())!, Work.Outcome("1.r", "pacs"), Ct);
        (await deliveries.WaitAsync(Long, Ct)).ShouldBeTrue();
        (await withdrawn.WaitAsync(TimeSpan.Zero, Ct)).ShouldBeFalse();
        job = await Database.QueueAsync(Time, "1.4");
        await Database.Jobs.CancelAsync(job.JobId, "x", Ct);
        (await withdrawn.WaitAsync(Long, Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_signal_between_two_waits_is_not_lost()
    {
        using SignalSubscription subscription = Database.Signals.Subscribe(DatabaseSignal.JobQueued);
        subscription.Wake();
        subscription.Wake();

        (await subscription.WaitAsync(Long, Ct)).ShouldBeTrue();
        (await subscription.WaitAsync(TimeSpan.Zero, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lost_connection_is_made_again_and_wakes_everybody()
    {
        await using var other = new NodeDatabase(ConnectionString, TimeProvider.System);
        using SignalSubscription subscription = other.Signals.Subscribe(DatabaseSignal.JobQueued);
        other.Signals.Start();
        (await subscription.WaitAsync(Long, Ct)).ShouldBeTrue();

        await SchemaText.QueryAsync(ConnectionString, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'", Ct);

        (await subscription.WaitAsync(Long, Ct)).ShouldBeTrue();
        await Database.QueueAsync(Time, "1.2");
        (await subscription.WaitAsync(Long, Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task Waiting_ends_with_the_caller()
    {
        using SignalSubscription subscription = Database.Signals.Subscribe(DatabaseSignal.JobQueued);
        using var stop = new CancellationTokenSource();
        Task<bool> waiting = subscription.WaitAsync(Long, stop.Token);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }
}
