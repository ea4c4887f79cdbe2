using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Retention;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Retention;

public class RetentionStoreTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private DateTimeOffset Before => Time.GetUtcNow() - Week;

    [Fact]
    public async Task Only_what_is_decided_and_sent_may_go()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs"]);
        await Database.IndexAsync(Arrivals.Many(Time, "1.3", 1, 2));
        Time.Advance(Week + TimeSpan.FromMinutes(1));
        (await ListAsync()).ShouldBeEmpty();

        DeliveryLease lease = (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();
        (await ListAsync()).ShouldBeEmpty();
        await Database.Deliveries.RecordAsync(lease, new DeliveryAttempt { Result = AttemptResult.Accepted }, Ct);

        IReadOnlyList<RemovableInstance> removable = await ListAsync();
        removable.Select(r => r.FilePath).ShouldBe(["1.2/1/1.a.dcm", "1.2/1/2.a.dcm", "1.2/1/3.a.dcm"]);
        (await Database.Retention.ListRemovableAsync(Before, 2, Ct)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_removed_stays_counted_and_comes_back_when_it_is_sent_again()
    {
        await Database.AnalyseAsync(Time, "1.2");
        Time.Advance(Week + Week);
        string[] uids = [.. (await ListAsync()).Select(r => r.SopInstanceUid)];

        (await Database.Retention.MarkRemovedAsync(uids, Ct)).ShouldBe(3);
        (await Database.Retention.MarkRemovedAsync(uids, Ct)).ShouldBe(0);

        (await ListAsync()).ShouldBeEmpty();
        (await Database.Ledger.ReconcileAsync([], Time.GetUtcNow(), Ct)).Counts.ShouldBe(new LedgerCounts(3, 0, 0, 0, 0));
        (await Database.Ledger.FindAsync("1.2.1.1", Ct))!.RemovedAt.ShouldBe(Time.GetUtcNow());

        IndexedInstance back = (await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1) with { FilePath = "new/1.dcm" })).ShouldHaveSingleItem();
        (back.Kind, back.FilePath).ShouldBe((ArrivalKind.SameAgain, "new/1.dcm"));
        (await Database.Instances.FindAsync("1.2.1.1", Ct))!.RemovedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Conflicting_files_go_with_their_instance_and_odd_ones_by_themselves()
    {
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1), Arrivals.One(Time, "1.2", 1, 1, "b"));
        Time.Advance(Arrivals.Quiet);
        await Database.Series.ExcludeAsync(await Database.ClaimOneAsync(), "r", "e", Ct);
        await Database.Ledger.RecordUnindexedAsync(new UnindexedInstance("9.9", "X", "x", "A", "B", "C", Time.GetUtcNow(), "odd.dcm"), Ct);
        Time.Advance(Week + Week);

        IReadOnlyList<RemovableInstance> removable = await ListAsync();
        removable[0].ConflictPaths.ShouldBe(["1.2/1/1.b.dcm"]);
        removable[1].FilePath.ShouldBe("odd.dcm");
        (await Database.Retention.MarkRemovedAsync(["9.9"], Ct)).ShouldBe(1);
        (await ListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_study_on_hold_stays()
    {
        await Database.AnalyseAsync(Time, "1.2");
        await Database.Series.HoldStudyAsync("1.2", HoldCodes.Operator, "look", Ct);
        Time.Advance(Week + Week);

        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_objects_go_when_they_are_sent_and_are_still_recognised()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs"]);
        Time.Advance(Week + Week);
        (await Database.Retention.ListRemovableObjectsAsync(Before, 10, Ct)).ShouldBeEmpty();
        await Database.Deliveries.RecordAsync((await Database.LeaseDeliveriesAsync("pacs"))[0], new DeliveryAttempt { Result = AttemptResult.Refused }, Ct);

        string[] uids = [.. (await Database.Retention.ListRemovableObjectsAsync(Before, 10, Ct)).Select(o => o.SopInstanceUid)];
        uids.Length.ShouldBe(2);
        (await Database.Retention.MarkObjectsRemovedAsync(uids, Ct)).ShouldBe(2);
        (await Database.Results.FindObjectAsync(uids[0], Ct)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_purged_patient_leaves_numbers_alone()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs"]);
        await Database.AnalyseAsync(Time, "1.2", count: 1, first: 9, destinations: ["pacs"]);
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1, "b"));
        await Database.IndexAsync(Arrivals.One(Time, "1.5", 1, 1, patient: Arrivals.Bert));
        (await Database.Retention.PurgePatientAsync("P-1", "OTHER", "admin", Ct)).Studies.ShouldBe(0);

        PurgedPatient purged = await Database.Retention.PurgePatientAsync("P-1", "HOSP", "admin", Ct);

        (purged.Studies, purged.Instances).ShouldBe((1, 4));
        purged.SpoolFiles.Count.ShouldBe(5);
        purged.StoreFiles.Count.ShouldBe(4);
        (await Database.Series.GetStudyAsync("1.2", Ct)).ShouldBeNull();
        (await Database.Series.GetStudyAsync("1.5", Ct)).ShouldNotBeNull();
        (await Database.Jobs.ListAsync(new JobFilter(), new Page(), Ct)).Total.ShouldBe(0);
        (await Database.Deliveries.ListAsync(new DeliveryFilter(), new Page(), Ct)).Total.ShouldBe(0);
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(4, 0, 0, 1, 0));
        LedgerEntry entry = (await Database.Ledger.FindAsync("1.2.1.1", Ct))!;
        (entry.StudyInstanceUid, entry.RuleId).ShouldBe((null, "PURGED"));
        (await Database.Audit.ListAsync(new() { Action = "patient.purge" }, new Page(), Ct)).Total.ShouldBe(2);
        string[] everything = await SchemaText.QueryAsync(
            ConnectionString, "SELECT to_jsonb(l)::text FROM ledger l UNION ALL SELECT to_jsonb(a)::text FROM audit a UNION ALL SELECT to_jsonb(t)::text FROM alerts t", Ct);
        everything.ShouldAllBe(row => !row.Contains("P-1") && !row.Contains("Muster"));
    }

    [Fact]
    public async Task A_purged_patient_may_come_again()
    {
        await Database.AnalyseAsync(Time, "1.2");
        await Database.Retention.PurgePatientAsync("P-1", null, "admin", Ct);

        (await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1))).ShouldHaveSingleItem().Kind.ShouldBe(ArrivalKind.New);
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(2, 0, 0, 1, 0));
    }

    [Fact]
    public async Task Old_notes_are_trimmed()
    {
        await Database.Audit.AppendAsync(new("a", "", "x", "y"), Ct);
        await Database.Rejections.RecordAsync(new("A", "B", "C", "D", Time.GetUtcNow()), Ct);
        await Database.Rejections.DismissAsync((await Database.Rejections.ListAsync(true, new Page(), Ct)).Items[0].Id, Ct);
        Time.Advance(Week + Week);
        await Database.Audit.AppendAsync(new("a", "", "x", "y"), Ct);

        (await Database.Retention.TrimAsync(Before, Ct)).ShouldBe(2);
        (await Database.Audit.ListAsync(new(), new Page(), Ct)).Total.ShouldBe(1);
    }

    private Task<IReadOnlyList<RemovableInstance>> ListAsync() => Database.Retention.ListRemovableAsync(Before, 100, Ct);
}
