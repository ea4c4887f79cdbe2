using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Series;

public class SeriesStoreTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    [Fact]
    public async Task A_series_is_due_when_it_has_been_quiet()
    {
        await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1, 3));
        Time.Advance(Arrivals.Quiet - TimeSpan.FromSeconds(1));
        (await Database.ClaimAsync()).ShouldBeEmpty();
        (await Database.Series.NextDueAsync(Ct)).ShouldBe(Time.GetUtcNow() + TimeSpan.FromSeconds(1));

        Time.Advance(TimeSpan.FromSeconds(1));
        SeriesClaim claim = await Database.ClaimOneAsync();

        claim.Instances.Select(i => i.SopInstanceUid).ShouldBe(["1.2.1.1", "1.2.1.2", "1.2.1.3"]);
        claim.Study.Patient.ShouldBe(Arrivals.Anna);
        claim.ContentHash.Length.ShouldBe(64);
        (await Database.ClaimAsync(owner: "node-2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sender_that_never_pauses_is_cut_off_by_the_maximum_wait()
    {
        for (int i = 1; Time.GetUtcNow() < new DateTimeOffset(2026, 3, 1, 8, 29, 30, TimeSpan.Zero); i++)
        {
            await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, i));
            Time.Advance(TimeSpan.FromSeconds(55));
            if (Time.GetUtcNow() < new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero))
            {
                (await Database.ClaimAsync()).ShouldBeEmpty();
            }
        }

        Time.Advance(TimeSpan.FromSeconds(5));
        (await Database.ClaimOneAsync()).Instances.Count.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Two_nodes_never_claim_the_same_series()
    {
        foreach (int s in Enumerable.Range(1, 30))
        {
            await Database.IndexAsync(Arrivals.Many(Time, "1.2", s, 2));
        }

        Time.Advance(Arrivals.Quiet);
        IReadOnlyList<SeriesClaim>[] claims = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(i => Task.Run(() => Database.ClaimAsync(5, $"node-{i}"))));

        claims.SelectMany(c => c).Select(c => c.Series.Id).ShouldBeUnique();
        claims.Sum(c => c.Count).ShouldBe(30);
    }

    [Fact]
    public async Task A_claim_of_a_dead_node_is_taken_over_and_its_late_decision_is_ignored()
    {
        await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1, 3));
        Time.Advance(Arrivals.Quiet);
        SeriesClaim dead = await Database.ClaimOneAsync();
        Time.Advance(Work.Lease);

        SeriesClaim taken = (await Database.ClaimAsync(owner: "node-2")).ShouldHaveSingleItem();

        (await Database.Series.ExcludeAsync(dead, "x", "x", Ct)).ShouldBeFalse();
        (await Database.Series.ExtendClaimAsync(dead, Work.Lease, Ct)).ShouldBeFalse();
        (await Database.Series.RouteAsync(dead, Work.Route, Ct)).ShouldBeNull();
        (await Database.Series.RouteAsync(taken, Work.Route, Ct)).ShouldNotBeNull();
        (await Database.Series.RouteAsync(taken, Work.Route, Ct)).ShouldBeNull("a claim decides once");
    }

    [Fact]
    public async Task A_series_that_kills_each_node_is_failed_with_its_reason()
    {
        await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1, 3));
        Time.Advance(Arrivals.Quiet);
        for (int i = 0; i < 3; i++)
        {
            await Database.ClaimOneAsync();
            Time.Advance(Work.Lease);
        }

        (await Database.ClaimAsync()).ShouldBeEmpty();

        (await Database.Series.ListOfStudyAsync("1.2", Ct)).ShouldHaveSingleItem().State.ShouldBe(SeriesState.Failed);
        LedgerEntry entry = (await Database.Ledger.FindAsync("1.2.1.1", Ct))!;
        entry.State.ShouldBe(LedgerState.Failed);
        entry.RuleId.ShouldBe(SeriesReasons.AssemblyCrashed);
    }

    [Fact]
    public async Task Postponing_does_not_count_as_a_crash()
    {
        await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1, 3));
        Time.Advance(Arrivals.Quiet);
        for (int i = 0; i < 5; i++)
        {
            SeriesClaim claim = await Database.ClaimOneAsync();
            (await Database.Series.PostponeAsync(claim, Time.GetUtcNow() + TimeSpan.FromMinutes(1), "share is away", Ct)).ShouldBeTrue();
            (await Database.ClaimAsync()).ShouldBeEmpty();
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await Database.ClaimOneAsync()).Series.LastError.ShouldBe("share is away");
    }

    [Fact]
    public async Task An_excluded_series_takes_its_accounts_along()
    {
        await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1, 3));
        Time.Advance(Arrivals.Quiet);
        (await Database.Series.ExcludeAsync(await Database.ClaimOneAsync(), "other-modality", "US is not analysed.", Ct)).ShouldBeTrue();

        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(0, 3, 0, 0, 0));
        LedgerEntry entry = (await Database.Ledger.FindAsync("1.2.1.2", Ct))!;
        (entry.RuleId, entry.Reason, entry.DecidedAt).ShouldBe(("other-modality", "US is not analysed.", Time.GetUtcNow()));
        SeriesRecord series = (await Database.Series.ListOfStudyAsync("1.2", Ct)).ShouldHaveSingleItem();
        (series.State, series.RuleId).ShouldBe((SeriesState.Excluded, "other-modality"));
    }

    [Fact]
    public async Task What_arrives_during_assembly_is_assembled_again()
    {
        await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1, 3));
        Time.Advance(Arrivals.Quiet);
        SeriesClaim claim = await Database.ClaimOneAsync();
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 4));

        (await Database.Series.ExcludeAsync(claim, "few", "Too few.", Ct)).ShouldBeTrue();

        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(0, 3, 0, 1, 0));
        (await Database.ClaimAsync()).ShouldBeEmpty();
        Time.Advance(Arrivals.Quiet);
        SeriesClaim second = await Database.ClaimOneAsync();
        second.Instances.Count.ShouldBe(4);
        await Database.Series.RouteAsync(second, Work.Route, Ct);
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(0, 0, 0, 4, 0));
    }

    [Fact]
    public async Task Routing_queues_a_job_and_excludes_single_instances()
    {
        await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1, 4));
        Time.Advance(Arrivals.Quiet);
        SeriesClaim claim = await Database.ClaimOneAsync();

        JobCreation job = (await Database.Series.RouteAsync(
            claim, Work.Route with { Excluded = [new InstanceExclusion("1.2.1.1", "localizer", "A localizer.")] }, Ct)).ShouldNotBeNull();

        (job.Created, job.State).ShouldBe((true, JobState.Pending));
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(0, 1, 0, 3, 0));
        JobLease lease = (await Database.LeaseJobAsync()).ShouldNotBeNull();
        lease.Instances.Select(i => i.SopInstanceUid).ShouldBe(["1.2.1.2", "1.2.1.3", "1.2.1.4"]);
        (lease.Series.State, lease.Series.Pipeline).ShouldBe((SeriesState.Queued, "spine-ct"));
    }

    [Fact]
    public async Task The_same_content_is_analysed_once()
    {
        JobCompletion done = await Database.AnalyseAsync(Time, "1.2");
        long series = (await Database.Series.ListOfStudyAsync("1.2", Ct))[0].Id;
        (await Database.Series.MakeDueAsync(series, Ct)).ShouldBeTrue();

        JobCreation again = (await Database.Series.RouteAsync(await Database.ClaimOneAsync(), Work.Route, Ct)).ShouldNotBeNull();

        (again.Created, again.State).ShouldBe((false, JobState.Done));
        (await Database.LeaseJobAsync()).ShouldBeNull();
        (await Database.Series.GetAsync(series, Ct))!.State.ShouldBe(SeriesState.Analysed);
        (await Database.Results.CurrentOfSeriesAsync(series, Ct))!.Result.Id.ShouldBe(done.ResultId!.Value);
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(3, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Newer_content_supersedes_a_job_that_waits()
    {
        JobCreation first = await Database.QueueAsync(Time, "1.2");

        JobCreation second = await Database.QueueAsync(Time, "1.2", count: 1, first: 10);

        second.JobId.ShouldNotBe(first.JobId);
        (await Database.Jobs.GetAsync(first.JobId, Ct))!.State.ShouldBe(JobState.Superseded);
        (await Database.LeaseJobAsync())!.Instances.Count.ShouldBe(4);
        (await Database.LeaseJobAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_failed_series_tells_the_operator()
    {
        await Database.IndexAsync(Arrivals.Many(Time, "1.2", 1, 2));
        Time.Advance(Arrivals.Quiet);
        (await Database.Series.FailAsync(await Database.ClaimOneAsync(), "UNREADABLE", "The files cannot be read.", Ct)).ShouldBeTrue();

        (await Database.Ledger.CountsAsync(Ct)).Failed.ShouldBe(2);
        (await Database.Alerts.ListAsync(false, new Page(), Ct)).Items.ShouldHaveSingleItem().Text.ShouldBe("UNREADABLE: The files cannot be read.");
    }

    [Fact]
    public async Task A_uid_known_from_another_study_makes_no_series_due()
    {
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 1, 1));
        InstanceArrival thief = Arrivals.One(Time, "1.9", 1, 1, "b") with { SopInstanceUid = "1.2.1.1" };
        (await Database.IndexAsync(thief)).ShouldHaveSingleItem().Kind.ShouldBe(ArrivalKind.Conflict);

        Time.Advance(Arrivals.Quiet);
        (await Database.ClaimOneAsync()).Series.StudyInstanceUid.ShouldBe("1.2");
        (await Database.Series.ListOfStudyAsync("1.9", Ct)).ShouldBeEmpty();
    }
}
