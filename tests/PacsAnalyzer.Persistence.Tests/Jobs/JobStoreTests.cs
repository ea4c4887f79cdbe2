using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Results;
using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Jobs;

public class JobStoreTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    [Fact]
    public async Task Two_workers_never_lease_the_same_job()
    {
        foreach (int i in Enumerable.Range(1, 40))
        {
            await Database.QueueAsync(Time, $"1.{i}", count: 1);
        }

        async Task<List<long>> WorkAsync(string owner)
        {
            var mine = new List<long>();
            while (await Database.LeaseJobAsync(owner) is { } lease)
            {
                mine.Add(lease.Job.Id);
            }

            return mine;
        }

        List<long>[] leased = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => WorkAsync($"worker-{i}"))));

        leased.SelectMany(l => l).ShouldBeUnique();
        leased.Sum(l => l.Count).ShouldBe(40);
    }

    [Fact]
    public async Task The_job_that_waits_longest_comes_first()
    {
        JobCreation first = await Database.QueueAsync(Time, "1.2");
        await Database.QueueAsync(Time, "1.3");

        (await Database.LeaseJobAsync())!.Job.Id.ShouldBe(first.JobId);
    }

    [Fact]
    public async Task Only_asked_for_pipelines_are_leased()
    {
        await Database.QueueAsync(Time, "1.2");

        (await Database.Jobs.LeaseNextAsync(new JobLeaseOptions("n", Work.Lease) { Pipelines = ["pelvis-ap"] }, Ct)).ShouldBeNull();
        (await Database.Jobs.LeaseNextAsync(new JobLeaseOptions("n", Work.Lease) { Pipelines = ["pelvis-ap", "spine-ct"] }, Ct)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_heartbeat_keeps_the_lease()
    {
        await Database.QueueAsync(Time, "1.2");
        JobLease lease = (await Database.LeaseJobAsync())!;
        for (int i = 0; i < 5; i++)
        {
            Time.Advance(Work.Lease - TimeSpan.FromSeconds(1));
            (await Database.LeaseJobAsync("other")).ShouldBeNull();
            (await Database.Jobs.HeartbeatAsync(lease, Work.Lease, Ct)).ShouldBe(HeartbeatAnswer.Kept);
        }

        (await Database.Jobs.GetAsync(lease.Job.Id, Ct))!.HeartbeatAt.ShouldBe(Time.GetUtcNow());
        (await Database.Jobs.NextDueAsync(Ct)).ShouldBe(Time.GetUtcNow() + Work.Lease);
    }

    [Fact]
    public async Task A_job_of_a_dead_worker_is_taken_over_and_the_dead_one_changes_nothing()
    {
        await Database.QueueAsync(Time, "1.2");
        JobLease dead = (await Database.LeaseJobAsync("a"))!;
        Time.Advance(Work.Lease);

        JobLease taken = (await Database.LeaseJobAsync("b"))!;

        (taken.Job.Id, taken.Job.Attempts, taken.Job.Crashes).ShouldBe((dead.Job.Id, 2, 1));
        (await Database.Jobs.HeartbeatAsync(dead, Work.Lease, Ct)).ShouldBe(HeartbeatAnswer.Lost);
        (await Database.Jobs.CompleteAsync(dead, Work.Outcome("1.r"), Ct)).Kind.ShouldBe(CompletionKind.LeaseLost);
        (await Database.Jobs.FailAsync(dead, "X", "x", null, Ct)).ShouldBeFalse();
        (await Database.Jobs.ReturnAsync(dead, Ct)).ShouldBeFalse();
        JobCompletion done = await Database.Jobs.CompleteAsync(taken, Work.Outcome("1.r"), Ct);
        done.Kind.ShouldBe(CompletionKind.Completed);
        (await Database.Jobs.CompleteAsync(dead, Work.Outcome("1.r"), Ct)).ShouldBe(new JobCompletion(CompletionKind.AlreadyDone, done.ResultId, null));
    }

    [Fact]
    public async Task A_lease_that_ended_without_a_successor_still_completes()
    {
        await Database.QueueAsync(Time, "1.2");
        JobLease slow = (await Database.LeaseJobAsync())!;
        Time.Advance(Work.Lease * 3);

        (await Database.Jobs.CompleteAsync(slow, Work.Outcome("1.r"), Ct)).Kind.ShouldBe(CompletionKind.Completed);
    }

    [Fact]
    public async Task A_poison_job_is_parked_after_its_third_crash_and_the_rest_goes_on()
    {
        JobCreation poison = await Database.QueueAsync(Time, "1.2");
        for (int i = 0; i < 3; i++)
        {
            (await Database.LeaseJobAsync())!.Job.Id.ShouldBe(poison.JobId);
            Time.Advance(Work.Lease);
        }

        await Database.QueueAsync(Time, "1.3");
        (await Database.LeaseJobAsync())!.Job.StudyInstanceUid.ShouldBe("1.3");

        JobRecord parked = (await Database.Jobs.GetAsync(poison.JobId, Ct))!;
        (parked.State, parked.Crashes).ShouldBe((JobState.Parked, 3));
        LedgerEntry entry = (await Database.Ledger.FindAsync("1.2.1.1", Ct))!;
        (entry.State, entry.RuleId).ShouldBe((LedgerState.Failed, SeriesReasons.WorkerCrashed));
        (await Database.Alerts.ListAsync(false, new Page(), Ct)).Items.ShouldHaveSingleItem().Subject.ShouldBe($"{poison.JobId}");

        (await Database.Jobs.RetryAsync(poison.JobId, Ct)).ShouldBeTrue();
        (await Database.Ledger.FindAsync("1.2.1.1", Ct))!.State.ShouldBe(LedgerState.Waiting);
        (await Database.LeaseJobAsync())!.Job.Crashes.ShouldBe(0);
    }

    [Fact]
    public async Task A_failed_attempt_waits_for_its_next_one()
    {
        await Database.QueueAsync(Time, "1.2");
        JobLease lease = (await Database.LeaseJobAsync())!;
        DateTimeOffset at = Time.GetUtcNow() + TimeSpan.FromMinutes(5);

        (await Database.Jobs.FailAsync(lease, "MODEL_UNAVAILABLE", "model.onnx is missing", at, Ct)).ShouldBeTrue();

        (await Database.LeaseJobAsync()).ShouldBeNull();
        (await Database.Jobs.NextDueAsync(Ct)).ShouldBe(at);
        Time.Advance(TimeSpan.FromMinutes(5));
        JobLease again = (await Database.LeaseJobAsync())!;
        (again.Job.Attempts, again.Job.Crashes, again.Job.LastError).ShouldBe((2, 0, "MODEL_UNAVAILABLE: model.onnx is missing"));
    }

    [Fact]
    public async Task A_final_failure_fails_the_accounts()
    {
        await Database.QueueAsync(Time, "1.2");
        (await Database.Jobs.FailAsync((await Database.LeaseJobAsync())!, "NOT_DECODABLE", "12-bit JPEG", null, Ct)).ShouldBeTrue();

        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(0, 0, 3, 0, 0));
        (await Database.Ledger.FindAsync("1.2.1.3", Ct))!.Reason.ShouldBe("12-bit JPEG");
        (await Database.Series.ListOfStudyAsync("1.2", Ct))[0].State.ShouldBe(SeriesState.Failed);
        (await Database.Jobs.CountsAsync(Ct))[JobState.Failed].ShouldBe(1);
    }

    [Fact]
    public async Task A_returned_lease_does_not_count()
    {
        await Database.QueueAsync(Time, "1.2");
        (await Database.Jobs.ReturnAsync((await Database.LeaseJobAsync())!, Ct)).ShouldBeTrue();

        JobLease again = (await Database.LeaseJobAsync())!;
        (again.Job.Attempts, again.Job.Crashes).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Completion_stores_everything_at_once()
    {
        JobCompletion done = await Database.AnalyseAsync(Time, "1.2", destinations: ["main-pacs", "archive"]);

        ResultDetail result = (await Database.Results.GetAsync(done.ResultId!.Value, Ct)).ShouldNotBeNull();
        result.DocumentJson.ShouldContain("41.299999999999997");
        result.Measurements.ShouldBe(Work.Outcome("x").Measurements);
        result.Objects.Select(o => o.Kind).ShouldBe(["SR", "SC"]);
        (await Database.Results.FindObjectAsync("1.2.1.r1.2", Ct))!.FilePath.ShouldBe("1.2.1.r1/sc.dcm");
        (await Database.Deliveries.ListAsync(new DeliveryFilter { ResultId = done.ResultId }, new Page(), Ct)).Items
            .Select(d => (d.Destination, d.State)).ShouldBe([("archive", DeliveryState.Pending), ("main-pacs", DeliveryState.Pending)]);
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(3, 0, 0, 0, 0));
        (await Database.Ledger.FindAsync("1.2.1.1", Ct))!.RuleId.ShouldBe("MEASURED");
        (await Database.Series.ListOfStudyAsync("1.2", Ct))[0].State.ShouldBe(SeriesState.Analysed);
        JobRecord job = (await Database.Jobs.ListAsync(new JobFilter { State = JobState.Done }, new Page(), Ct)).Items.ShouldHaveSingleItem();
        (job.ResultId, job.FinishedAt).ShouldBe((done.ResultId, Time.GetUtcNow()));
    }

    [Fact]
    public async Task Nothing_of_a_completion_that_breaks_is_stored()
    {
        await Database.QueueAsync(Time, "1.2");
        JobLease lease = (await Database.LeaseJobAsync())!;
        JobOutcome broken = Work.Outcome("1.r", "pacs") with { Deliveries = [new NewDelivery("pacs", ["1.r.1"]), new NewDelivery("archive", ["unknown"])] };

        (await Should.ThrowAsync<ArgumentException>(() => Database.Jobs.CompleteAsync(lease, broken, Ct))).Message.ShouldContain("unknown");
        await Should.ThrowAsync<Exception>(() => Database.Jobs.CompleteAsync(lease, Work.Outcome("1.r") with { DocumentJson = "no json" }, Ct));

        (await Database.Results.ListAsync(new ResultFilter { IncludeSuperseded = true }, new Page(), Ct)).Total.ShouldBe(0);
        (await Database.Deliveries.ListAsync(new DeliveryFilter(), new Page(), Ct)).Total.ShouldBe(0);
        (await Database.Jobs.CompleteAsync(lease, Work.Outcome("1.r", "pacs"), Ct)).Kind.ShouldBe(CompletionKind.Completed);
    }

    [Fact]
    public async Task Completing_from_many_threads_stores_one_result()
    {
        await Database.QueueAsync(Time, "1.2");
        JobLease lease = (await Database.LeaseJobAsync())!;

        JobCompletion[] all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Database.Jobs.CompleteAsync(lease, Work.Outcome("1.r", "pacs"), Ct))));

        all.Count(c => c.Kind == CompletionKind.Completed).ShouldBe(1);
        all.Count(c => c.Kind == CompletionKind.AlreadyDone).ShouldBe(5);
        all.Select(c => c.ResultId).Distinct().ShouldHaveSingleItem();
        (await Database.Deliveries.ListAsync(new DeliveryFilter(), new Page(), Ct)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_late_slice_supersedes_the_result_and_cancels_what_was_not_sent()
    {
        JobCompletion first = await Database.AnalyseAsync(Time, "1.2", destinations: ["main-pacs", "archive"]);
        DeliveryLease sent = (await Database.LeaseDeliveriesAsync("main-pacs")).ShouldHaveSingleItem();
        await Database.Deliveries.RecordAsync(sent, new DeliveryAttempt { Result = AttemptResult.Accepted }, Ct);

        JobCompletion second = await Database.AnalyseAsync(Time, "1.2", count: 1, first: 9, destinations: ["main-pacs", "archive"]);

        second.SupersededResultId.ShouldBe(first.ResultId);
        (await Database.Results.GetAsync(first.ResultId!.Value, Ct))!.Result.SupersededBy.ShouldBe(second.ResultId);
        (await Database.Results.ListAsync(new ResultFilter(), new Page(), Ct)).Items.ShouldHaveSingleItem().Id.ShouldBe(second.ResultId!.Value);
        (await Database.Deliveries.ListAsync(new DeliveryFilter { ResultId = first.ResultId }, new Page(), Ct)).Items
            .Select(d => (d.Destination, d.State)).ShouldBe([("archive", DeliveryState.Cancelled), ("main-pacs", DeliveryState.Unproven)]);
        (await Database.LeaseDeliveriesAsync("archive")).ShouldHaveSingleItem().Delivery.ResultId.ShouldBe(second.ResultId!.Value);
        (await Database.Ledger.CountsAsync(Ct)).ShouldBe(new LedgerCounts(4, 0, 0, 0, 0));
    }

    [Fact]
    public async Task A_job_superseded_while_it_ran_stores_nothing()
    {
        await Database.QueueAsync(Time, "1.2");
        JobLease old = (await Database.LeaseJobAsync())!;
        await Database.QueueAsync(Time, "1.2", count: 1, first: 9);

        (await Database.Jobs.HeartbeatAsync(old, Work.Lease, Ct)).ShouldBe(HeartbeatAnswer.Withdrawn);
        (await Database.Jobs.CompleteAsync(old, Work.Outcome("1.r"), Ct)).Kind.ShouldBe(CompletionKind.Withdrawn);
        (await Database.Results.ListAsync(new ResultFilter(), new Page(), Ct)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_rerun_with_another_model_supersedes_the_result()
    {
        JobCompletion first = await Database.AnalyseAsync(Time, "1.2");
        long series = (await Database.Series.ListOfStudyAsync("1.2", Ct))[0].Id;

        (await Database.Jobs.CreateAsync(new NewJob(series, "spine-ct", "1.0.0"), Ct))!.Created.ShouldBeFalse();
        (await Database.Jobs.CreateAsync(new NewJob(series, "spine-ct", "2.0.0"), Ct))!.Created.ShouldBeTrue();
        (await Database.Jobs.CreateAsync(new NewJob(999, "spine-ct", "2.0.0"), Ct)).ShouldBeNull();
        JobCompletion second = await Database.Jobs.CompleteAsync((await Database.LeaseJobAsync())!, Work.Outcome("1.r2"), Ct);

        second.SupersededResultId.ShouldBe(first.ResultId);
    }

    [Fact]
    public async Task A_refused_result_counts_as_analysed_with_its_reason()
    {
        await Database.QueueAsync(Time, "1.2");
        JobOutcome refused = Work.Outcome("1.r") with { Status = "Refused", ReasonCode = "TOO_FEW_SLICES", ReasonText = "3 slices.", Deliveries = [] };
        await Database.Jobs.CompleteAsync((await Database.LeaseJobAsync())!, refused, Ct);

        LedgerEntry entry = (await Database.Ledger.FindAsync("1.2.1.1", Ct))!;
        (entry.State, entry.RuleId, entry.Reason).ShouldBe((LedgerState.Analysed, "TOO_FEW_SLICES", "3 slices."));
    }

    [Fact]
    public async Task A_failed_result_counts_as_failed()
    {
        await Database.QueueAsync(Time, "1.2");
        JobOutcome failed = Work.Outcome("1.r") with { Status = "Failed", ReasonCode = "BROKEN", ReasonText = "It broke off." };
        await Database.Jobs.CompleteAsync((await Database.LeaseJobAsync())!, failed, Ct);

        (await Database.Ledger.CountsAsync(Ct)).Failed.ShouldBe(3);
        (await Database.Series.ListOfStudyAsync("1.2", Ct))[0].State.ShouldBe(SeriesState.Failed);
    }

    [Fact]
    public async Task A_cancelled_job_is_accounted_for_and_can_be_retried()
    {
        JobCreation job = await Database.QueueAsync(Time, "1.2");
        JobLease lease = (await Database.LeaseJobAsync())!;

        (await Database.Jobs.CancelAsync(job.JobId, "wrong study", Ct)).ShouldBeTrue();
        (await Database.Jobs.CancelAsync(job.JobId, "again", Ct)).ShouldBeFalse();

        (await Database.Jobs.HeartbeatAsync(lease, Work.Lease, Ct)).ShouldBe(HeartbeatAnswer.Withdrawn);
        (await Database.Ledger.FindAsync("1.2.1.1", Ct))!.RuleId.ShouldBe(SeriesReasons.Cancelled);
        (await Database.Jobs.RetryAsync(job.JobId, Ct)).ShouldBeTrue();
        (await Database.LeaseJobAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_done_job_and_an_outdated_one_are_not_retried()
    {
        JobCreation outdated = await Database.QueueAsync(Time, "1.2");
        await Database.Jobs.CancelAsync(outdated.JobId, "x", Ct);
        await Database.AnalyseAsync(Time, "1.2", count: 1, first: 9);

        (await Database.Jobs.RetryAsync(outdated.JobId, Ct)).ShouldBeFalse();
        (await Database.Jobs.RetryAsync((await Database.Jobs.ListAsync(new JobFilter { State = JobState.Done }, new Page(), Ct)).Items[0].Id, Ct)).ShouldBeFalse();
        (await Database.Jobs.RetryAsync(12345, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged()
    {
        foreach (int i in Enumerable.Range(1, 5))
        {
            await Database.QueueAsync(Time, $"1.{i}", count: 1);
        }

        PageOf<JobRecord> page = await Database.Jobs.ListAsync(new JobFilter { State = JobState.Pending, Pipeline = "spine-ct" }, new Page(1, 2), Ct);
        (page.Total, page.Items.Count).ShouldBe((5, 2));
        page.Items.Select(j => j.StudyInstanceUid).ShouldBe(["1.4", "1.3"]);
        (await Database.Jobs.ListAsync(new JobFilter { StudyInstanceUid = "1.2" }, new Page(), Ct)).Total.ShouldBe(1);
        (await Database.Jobs.ListAsync(new JobFilter { Pipeline = "other" }, new Page(), Ct)).Total.ShouldBe(0);
        (await Database.Jobs.CountsAsync(Ct))[JobState.Pending].ShouldBe(5);
    }

    [Fact]
    public async Task Objects_of_a_derived_uid_are_stored_once_and_must_not_change()
    {
        await Database.AnalyseAsync(Time, "1.2");
        await Database.QueueAsync(Time, "1.3");
        JobLease lease = (await Database.LeaseJobAsync())!;
        JobOutcome changed = Work.Outcome("1.2.1.r1");

        await Should.ThrowAsync<InvalidOperationException>(() => Database.Jobs.CompleteAsync(
            lease, changed with { Objects = [changed.Objects[0] with { Sha256 = "other" }] }, Ct));
        (await Database.Jobs.CompleteAsync(lease, Work.Outcome("1.2.1.r1", "pacs"), Ct)).Kind.ShouldBe(CompletionKind.Completed);
        (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem().Objects.Count.ShouldBe(2);
    }
}
