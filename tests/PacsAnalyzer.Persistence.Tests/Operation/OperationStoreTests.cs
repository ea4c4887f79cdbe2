using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Audit;
using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Nodes;
using PacsAnalyzer.Persistence.Rejections;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Operation;

public class OperationStoreTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    [Fact]
    public async Task The_same_rejection_counts_up_and_a_dismissed_one_comes_back()
    {
        var rejection = new Rejection("STRANGER", "PACSANALYZER", "10.0.0.9", "calling AE title not recognised", Time.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Database.Rejections.RecordAsync(rejection with { At = rejection.At + TimeSpan.FromSeconds(i) }, Ct)));
        await Database.Rejections.RecordAsync(rejection with { RemoteAddress = "10.0.0.8" }, Ct);

        RejectionRecord first = (await Database.Rejections.ListAsync(false, new Page(), Ct)).Items[0];
        (first.Count, first.LastSeenAt).ShouldBe((10, rejection.At + TimeSpan.FromSeconds(9)));
        (await Database.Rejections.DismissAsync(first.Id, Ct)).ShouldBeTrue();
        (await Database.Rejections.ListAsync(false, new Page(), Ct)).Total.ShouldBe(1);
        await Database.Rejections.RecordAsync(rejection, Ct);
        (await Database.Rejections.GetAsync(first.Id, Ct))!.DismissedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_flood_of_invented_callers_is_bounded()
    {
        await SchemaText.QueryAsync(
            ConnectionString,
            "INSERT INTO rejections (calling_ae_title, called_ae_title, remote_address, reason, count, first_seen_at, last_seen_at) "
            + "SELECT 'AE' || i, 'B', 'C', 'D', 1, timestamptz '2020-01-01' + i * interval '1 s', timestamptz '2020-01-01' + i * interval '1 s' FROM generate_series(1, 10099) i RETURNING 1",
            Ct);
        await Database.Rejections.RecordAsync(new Rejection("LAST", "B", "C", "D", Time.GetUtcNow()), Ct);

        PageOf<RejectionRecord> page = await Database.Rejections.ListAsync(true, new Page(0, 1), Ct);
        page.Total.ShouldBe(IRejectionStore.MaximumRows);
        page.Items[0].CallingAeTitle.ShouldBe("LAST");
    }

    [Fact]
    public async Task The_audit_trail_is_searched_by_who_what_and_when()
    {
        await Database.Audit.AppendAsync(new AuditEntry("anna", "127.0.0.1", "study.view", "1.2"), Ct);
        Time.Advance(TimeSpan.FromHours(1));
        await Database.Audit.AppendAsync(new AuditEntry("bert", "127.0.0.1", "job.retry", "7", false, """{"why":"test"}"""), Ct);

        AuditRecord last = (await Database.Audit.ListAsync(new AuditFilter { Since = Time.GetUtcNow() }, new Page(), Ct)).Items.ShouldHaveSingleItem();
        last.Entry.ShouldBe(new AuditEntry("bert", "127.0.0.1", "job.retry", "7", false, """{"why": "test"}"""));
        (await Database.Audit.ListAsync(new AuditFilter { Actor = "anna", Action = "study.view", Subject = "1.2", Until = Time.GetUtcNow() }, new Page(), Ct)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task An_alert_counts_up_and_is_opened_again()
    {
        await Database.Alerts.RaiseAsync("DISK", "spool", AlertSeverity.Warning, "2 GB left", Ct);
        await Database.Alerts.RaiseAsync("DISK", "spool", AlertSeverity.Critical, "1 GB left", Ct);
        AlertRecord alert = (await Database.Alerts.ListAsync(false, new Page(), Ct)).Items.ShouldHaveSingleItem();
        (alert.Count, alert.Severity, alert.Text).ShouldBe((2, AlertSeverity.Critical, "1 GB left"));

        (await Database.Alerts.AcknowledgeAsync(alert.Id, "anna", Ct)).ShouldBeTrue();
        (await Database.Alerts.AcknowledgeAsync(alert.Id, "bert", Ct)).ShouldBeFalse();
        (await Database.Alerts.ListAsync(true, new Page(), Ct)).Items.ShouldHaveSingleItem().AcknowledgedBy.ShouldBe("anna");
        await Database.Alerts.RaiseAsync("DISK", "spool", AlertSeverity.Warning, "again", Ct);
        (await Database.Alerts.ListAsync(false, new Page(), Ct)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_node_that_starts_again_ends_the_leases_of_its_dead_process()
    {
        (await Database.Nodes.RegisterAsync("node", "node/1", "host", "1.0", Ct)).ShouldBe(0);
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs"]);
        await Database.QueueAsync(Time, "1.3");
        await Database.IndexAsync(Arrivals.One(Time, "1.4", 1, 1));
        Time.Advance(Arrivals.Quiet);
        JobLease job = (await Database.LeaseJobAsync("node/1"))!;
        await Database.LeaseDeliveriesAsync("pacs", owner: "node/1");
        await Database.ClaimAsync(owner: "node/1");
        (await Database.LeaseJobAsync("node/2")).ShouldBeNull();

        (await Database.Nodes.RegisterAsync("node", "node/2", "host", "1.0", Ct)).ShouldBe(3);

        JobLease taken = (await Database.LeaseJobAsync("node/2"))!;
        (taken.Job.Id, taken.Job.Crashes).ShouldBe((job.Job.Id, 1));
        (await Database.LeaseDeliveriesAsync("pacs", owner: "node/2")).Count.ShouldBe(1);
        (await Database.ClaimAsync(owner: "node/2")).Count.ShouldBe(1);
        (await Database.Nodes.RegisterAsync("node", "node/2", "host", "1.0", Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task A_clean_stop_gives_everything_back_uncounted()
    {
        await Database.Nodes.RegisterAsync("node", "node/1", "host", "1.0", Ct);
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs"]);
        await Database.QueueAsync(Time, "1.3");
        await Database.LeaseJobAsync("node/1");
        await Database.LeaseDeliveriesAsync("pacs", owner: "node/1");
        Time.Advance(TimeSpan.FromSeconds(5));
        await Database.Nodes.HeartbeatAsync("node", Ct);
        (await Database.Nodes.ListAsync(Ct)).ShouldHaveSingleItem().HeartbeatAt.ShouldBe(Time.GetUtcNow());

        await Database.Nodes.SignOffAsync("node", Ct);

        (await Database.Nodes.ListAsync(Ct)).ShouldBeEmpty();
        JobRecord job = (await Database.LeaseJobAsync("other"))!.Job;
        (job.Attempts, job.Crashes).ShouldBe((1, 0));
        DeliveryLease delivery = (await Database.LeaseDeliveriesAsync("pacs", owner: "other")).ShouldHaveSingleItem();
        delivery.Delivery.Attempts.ShouldBe(1);
    }
}
