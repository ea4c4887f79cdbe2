using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Ledger;

public class LedgerStoreTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    [Fact]
    public async Task Nothing_is_unaccounted_when_spool_and_index_agree()
    {
        await Database.AnalyseAsync(Time, "1.2");

        LedgerReconciliation all = await Database.Ledger.ReconcileAsync(["1.2.1.1", "1.2.1.2", "1.2.1.3"], Time.GetUtcNow(), Ct);

        all.Counts.ShouldBe(new LedgerCounts(3, 0, 0, 0, 0));
        all.Missing.ShouldBeEmpty();
        all.OnlyInSpool.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_deleted_behind_its_back_is_found()
    {
        await Database.AnalyseAsync(Time, "1.2");

        LedgerReconciliation found = await Database.Ledger.ReconcileAsync(["1.2.1.1", "1.2.1.3"], Time.GetUtcNow(), Ct);

        found.Counts.Unaccounted.ShouldBe(1);
        found.Counts.Acknowledged.ShouldBe(3);
        found.Missing.ShouldBe(["1.2.1.2"]);
    }

    [Fact]
    public async Task A_row_deleted_behind_its_back_is_found()
    {
        await Database.AnalyseAsync(Time, "1.2");
        await SchemaText.QueryAsync(ConnectionString, "DELETE FROM instances WHERE sop_instance_uid = '1.2.1.2' RETURNING 1", Ct);

        (await Database.Ledger.CountsAsync(Ct)).Unaccounted.ShouldBe(1);
        (await Database.Ledger.ReconcileAsync(["1.2.1.1", "1.2.1.2", "1.2.1.3"], Time.GetUtcNow(), Ct)).Missing.ShouldBe(["1.2.1.2"]);
    }

    [Fact]
    public async Task What_lies_in_the_spool_alone_counts_as_waiting()
    {
        await Database.AnalyseAsync(Time, "1.2");

        LedgerReconciliation all = await Database.Ledger.ReconcileAsync(["1.2.1.1", "1.2.1.2", "1.2.1.3", "9.1", "9.2"], Time.GetUtcNow(), Ct);

        all.OnlyInSpool.ShouldBe(["9.1", "9.2"]);
        all.Counts.ShouldBe(new LedgerCounts(3, 0, 0, 2, 0));
    }

    [Fact]
    public async Task What_arrived_after_the_listing_is_not_missed()
    {
        DateTimeOffset listed = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromSeconds(1));
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1));

        (await Database.Ledger.ReconcileAsync([], listed, Ct)).Counts.ShouldBe(new LedgerCounts(0, 0, 0, 1, 0));
    }

    [Fact]
    public async Task An_instance_that_cannot_be_indexed_has_an_account_until_it_can()
    {
        var odd = new UnindexedInstance("1.2.1.1", "NO_STUDY", "StudyInstanceUID is missing.", "CT", "PACS", "10.0.0.7", Time.GetUtcNow(), "odd.dcm");
        await Database.Ledger.RecordUnindexedAsync(odd, Ct);
        await Database.Ledger.RecordUnindexedAsync(odd with { Reason = "Again." }, Ct);

        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(0, 0, 1, 0, 0));
        (await Database.Ledger.FindAsync("1.2.1.1", Ct))!.Reason.ShouldBe("Again.");

        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1));
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(0, 0, 0, 1, 0));
        await Database.Ledger.RecordUnindexedAsync(odd, Ct);
        (await Database.Ledger.FindAsync("1.2.1.1", Ct))!.State.ShouldBe(LedgerState.Waiting);
    }

    [Fact]
    public async Task Entries_are_listed_by_state_study_and_caller()
    {
        await Database.AnalyseAsync(Time, "1.2");
        await Database.IndexAsync(Arrivals.Many(Time, "1.3", 1, 2));

        (await Database.Ledger.ListAsync(new LedgerFilter { State = LedgerState.Waiting }, new Page(), Ct)).Total.ShouldBe(2);
        (await Database.Ledger.ListAsync(new LedgerFilter { StudyInstanceUid = "1.2" }, new Page(0, 2), Ct)).Items.Count.ShouldBe(2);
        (await Database.Ledger.ListAsync(new LedgerFilter { SeriesInstanceUid = "1.3.1", CallingAeTitle = "CT_SCANNER" }, new Page(), Ct)).Total.ShouldBe(2);
        (await Database.Ledger.FindAsync("never", Ct)).ShouldBeNull();
    }
}
