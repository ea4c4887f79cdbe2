using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Deliveries;

public class DeliveryStoreTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private static readonly DeliveryAttempt Accepted = new() { Result = AttemptResult.Accepted, Status = 0 };

    [Fact]
    public async Task Order_is_kept_within_a_destination_and_study_alone()
    {
        await Database.AnalyseAsync(Time, "1.2", series: 1, destinations: ["pacs", "archive"]);
        await Database.AnalyseAsync(Time, "1.2", series: 2, destinations: ["pacs"]);
        await Database.AnalyseAsync(Time, "1.3", destinations: ["pacs"]);

        IReadOnlyList<DeliveryLease> leased = await Database.LeaseDeliveriesAsync("pacs");
        leased.Select(l => l.Delivery.StudyInstanceUid).ShouldBe(["1.2", "1.3"]);
        (await Database.LeaseDeliveriesAsync("pacs")).ShouldBeEmpty();
        (await Database.LeaseDeliveriesAsync("archive")).Count.ShouldBe(1);

        // The first one of study 1.2 fails: the second one waits behind it.
        await Database.Deliveries.RecordAsync(leased[0], Retry(TimeSpan.FromMinutes(1)), Ct);
        (await Database.LeaseDeliveriesAsync("pacs")).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMinutes(1));
        DeliveryLease again = (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();
        again.Delivery.Id.ShouldBe(leased[0].Delivery.Id);
        again.Delivery.Attempts.ShouldBe(2);
        await Database.Deliveries.RecordAsync(again, Accepted, Ct);
        (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem().Delivery.Id.ShouldBeGreaterThan(again.Delivery.Id);
    }

    [Fact]
    public async Task Two_senders_never_lease_the_same_delivery_nor_break_the_order()
    {
        foreach (int s in Enumerable.Range(1, 10))
        {
            await Database.AnalyseAsync(Time, $"1.{s}", series: 1, destinations: ["pacs"]);
            await Database.AnalyseAsync(Time, $"1.{s}", series: 2, destinations: ["pacs"]);
        }

        var order = new System.Collections.Concurrent.ConcurrentQueue<DeliveryRecord>();
        async Task SendAsync(string owner)
        {
            while (await Database.LeaseDeliveriesAsync("pacs", 2, owner) is { Count: > 0 } leases)
            {
                foreach (DeliveryLease lease in leases)
                {
                    order.Enqueue(lease.Delivery);
                    (await Database.Deliveries.RecordAsync(lease, Accepted, Ct)).ShouldNotBeNull();
                }
            }
        }

        // A sender may see nothing due while another one still sends; the last one through finds the rest.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => SendAsync($"node-{i}"))));
        await SendAsync("last");

        order.Select(d => d.Id).ShouldBeUnique();
        order.Count.ShouldBe(20);
        foreach (IGrouping<string, DeliveryRecord> study in order.GroupBy(d => d.StudyInstanceUid))
        {
            study.Select(d => d.Id).ShouldBeInOrder();
        }
    }

    [Fact]
    public async Task A_delivery_of_a_dead_sender_is_taken_over_without_what_was_accepted()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs"]);
        DeliveryLease dead = (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();
        (await Database.Deliveries.RecordAcceptedAsync(dead, "1.2.1.r1.1", Ct)).ShouldBeTrue();
        (await Database.Deliveries.RecordAcceptedAsync(dead, "unknown", Ct)).ShouldBeFalse();
        Time.Advance(Work.Lease);

        DeliveryLease taken = (await Database.LeaseDeliveriesAsync("pacs", owner: "node-2")).ShouldHaveSingleItem();

        taken.Objects.Select(o => o.AcceptedAt is null).ShouldBe([false, true]);
        (await Database.Deliveries.RecordAsync(dead, Accepted, Ct)).ShouldBeNull();
        (await Database.Deliveries.ExtendAsync(dead, Work.Lease, Ct)).ShouldBeFalse();
        (await Database.Deliveries.ExtendAsync(taken, Work.Lease, Ct)).ShouldBeTrue();
        (await Database.Deliveries.RecordAsync(taken, Accepted, Ct))!.State.ShouldBe(DeliveryState.Unproven);
    }

    [Fact]
    public async Task Proof_turns_unproven_into_delivered_and_never_back()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs", "archive"]);
        DeliveryLease lease = (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();
        (await Database.Deliveries.RecordProofAsync(lease.Delivery.Id, ProofState.Found, Ct)).ShouldBeFalse();
        await Database.Deliveries.RecordAsync(lease, Accepted, Ct);
        (await Database.Deliveries.RecordProofAsync(lease.Delivery.Id, ProofState.Committed, Ct)).ShouldBeTrue();
        (await Database.Deliveries.RecordProofAsync(lease.Delivery.Id, ProofState.Found, Ct)).ShouldBeTrue();

        DeliveryRecord record = (await Database.Deliveries.GetAsync(lease.Delivery.Id, Ct))!.Delivery;
        (record.State, record.Proof).ShouldBe((DeliveryState.Delivered, ProofState.Committed));

        DeliveryLease other = (await Database.LeaseDeliveriesAsync("archive")).ShouldHaveSingleItem();
        (await Database.Deliveries.RecordAsync(other, Accepted with { Proof = ProofState.Found }, Ct))!.State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task A_refusal_keeps_the_peers_words_and_goes_to_the_fallback()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs"]);
        DeliveryLease lease = (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();

        DeliveryRecord refused = (await Database.Deliveries.RecordAsync(
            lease,
            new DeliveryAttempt { Result = AttemptResult.Refused, Status = 0x0122, Comment = "SOP class not supported", AcceptedSopInstanceUids = ["1.2.1.r1.2"], FallbackTo = "archive" },
            Ct))!;

        (refused.State, refused.LastStatus, refused.LastComment, refused.FinishedAt).ShouldBe((DeliveryState.RefusedByPeer, 0x0122, "SOP class not supported", Time.GetUtcNow()));
        DeliveryLease fallback = (await Database.LeaseDeliveriesAsync("archive")).ShouldHaveSingleItem();
        fallback.Delivery.FallbackOf.ShouldBe(lease.Delivery.Id);
        fallback.Objects.ShouldHaveSingleItem().SopInstanceUid.ShouldBe("1.2.1.r1.1");
        (await Database.Alerts.ListAsync(false, new Page(), Ct)).Items.ShouldHaveSingleItem().Text.ShouldContain("(status 0122): SOP class not supported");
    }

    [Fact]
    public async Task One_destination_that_is_away_delays_no_other()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["away", "pacs"]);
        await Database.Deliveries.RecordAsync((await Database.LeaseDeliveriesAsync("away"))[0], Retry(TimeSpan.FromHours(1)), Ct);

        (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();
        IReadOnlyList<DestinationStatus> destinations = await Database.Deliveries.DestinationsAsync(Ct);
        destinations.Select(d => (d.Destination, d.Waiting, d.NextDueAt)).ShouldBe(
            [("away", 1, Time.GetUtcNow() + TimeSpan.FromHours(1)), ("pacs", 1, Time.GetUtcNow() + Work.Lease)]);
    }

    [Fact]
    public async Task A_day_of_outage_ends_in_delivery_in_order()
    {
        foreach (int s in Enumerable.Range(1, 3))
        {
            await Database.AnalyseAsync(Time, "1.2", series: s, destinations: ["pacs"]);
        }

        DateTimeOffset end = Time.GetUtcNow() + TimeSpan.FromHours(24);
        while (Time.GetUtcNow() < end)
        {
            (await Database.Deliveries.RecordAsync((await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem(), Retry(TimeSpan.FromMinutes(10)), Ct)).ShouldNotBeNull();
            Time.Advance(TimeSpan.FromMinutes(10));
        }

        var sent = new List<long>();
        while (await Database.LeaseDeliveriesAsync("pacs") is [{ } lease])
        {
            sent.Add(lease.Delivery.ResultId);
            await Database.Deliveries.RecordAsync(lease, Accepted, Ct);
        }

        sent.Count.ShouldBe(3);
        sent.ShouldBeInOrder();
    }

    [Fact]
    public async Task What_was_given_up_can_be_sent_again_by_hand()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs"]);
        DeliveryLease lease = (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();
        (await Database.Deliveries.RetryAsync(lease.Delivery.Id, false, Ct)).ShouldBeFalse("it is being sent");
        await Database.Deliveries.RecordAsync(lease, new DeliveryAttempt { Result = AttemptResult.GivenUp, Comment = "3 days" }, Ct);
        Time.Advance(TimeSpan.FromDays(1));

        (await Database.Deliveries.RetryDestinationAsync("pacs", Ct)).ShouldBe(1);

        DeliveryLease again = (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();
        (again.Delivery.Attempts, again.Delivery.StartedAt).ShouldBe((1, Time.GetUtcNow()));
        await Database.Deliveries.RecordAsync(again, Accepted, Ct);
        (await Database.Deliveries.RetryAsync(lease.Delivery.Id, false, Ct)).ShouldBeFalse("it was accepted");
        (await Database.Deliveries.RetryAsync(lease.Delivery.Id, true, Ct)).ShouldBeTrue();
        (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem().Objects.ShouldAllBe(o => o.AcceptedAt == null);
    }

    [Fact]
    public async Task A_held_delivery_waits_for_the_operator_and_holds_its_study()
    {
        await Database.AnalyseAsync(Time, "1.2", series: 1, destinations: ["pacs"]);
        await Database.AnalyseAsync(Time, "1.2", series: 2, destinations: ["pacs"]);
        long id = (await Database.Deliveries.ListAsync(new DeliveryFilter(), new Page(), Ct)).Items[^1].Id;
        (await Database.Deliveries.HoldAsync(id, "GATE", Ct)).ShouldBeTrue();
        (await Database.Deliveries.HoldAsync(id, "GATE", Ct)).ShouldBeFalse();
        (await Database.LeaseDeliveriesAsync("pacs")).ShouldBeEmpty();

        (await Database.Deliveries.ReleaseAsync(id, Ct)).ShouldBeTrue();
        (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem().Delivery.Id.ShouldBe(id);
        (await Database.Deliveries.CancelAsync(id, "x", Ct)).ShouldBeFalse("it is being sent");
    }

    [Fact]
    public async Task A_cancelled_delivery_lets_the_next_one_pass()
    {
        await Database.AnalyseAsync(Time, "1.2", series: 1, destinations: ["pacs"]);
        await Database.AnalyseAsync(Time, "1.2", series: 2, destinations: ["pacs"]);
        IReadOnlyList<DeliveryRecord> both = (await Database.Deliveries.ListAsync(new DeliveryFilter { Destination = "pacs" }, new Page(), Ct)).Items;

        (await Database.Deliveries.CancelAsync(both[1].Id, "not wanted", Ct)).ShouldBeTrue();

        (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem().Delivery.Id.ShouldBe(both[0].Id);
        (await Database.Deliveries.CountsAsync(Ct))[DeliveryState.Cancelled].ShouldBe(1);
    }

    [Fact]
    public async Task A_study_on_hold_sends_nothing_until_it_is_released()
    {
        await Database.AnalyseAsync(Time, "1.2", series: 1, destinations: ["pacs", "archive"]);
        DeliveryLease sending = (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();
        await Database.IndexAsync(Arrivals.One(Time, "1.2", 9, 1, patient: Arrivals.Bert));

        // In flight when the hold came: not tried again.
        (await Database.Deliveries.RecordAsync(sending, Retry(TimeSpan.Zero), Ct))!.State.ShouldBe(DeliveryState.Held);
        (await Database.LeaseDeliveriesAsync("archive")).ShouldBeEmpty();
        (await Database.AnalyseAsync(Time, "1.2", series: 2, destinations: ["pacs"])).Kind.ShouldBe(CompletionKind.Completed);
        IReadOnlyList<DeliveryRecord> held = (await Database.Deliveries.ListAsync(new DeliveryFilter { State = DeliveryState.Held }, new Page(), Ct)).Items;
        held.Count.ShouldBe(3);
        held.ShouldAllBe(d => d.HoldReason == HoldCodes.PatientMismatch);
        (await Database.Deliveries.ReleaseAsync(held[0].Id, Ct)).ShouldBeFalse("the study is on hold");

        (await Database.Series.ReleaseStudyAsync("1.2", Ct)).ShouldBeTrue();
        (await Database.Series.ReleaseStudyAsync("1.2", Ct)).ShouldBeFalse();
        (await Database.LeaseDeliveriesAsync("pacs")).Count.ShouldBe(1);
        (await Database.LeaseDeliveriesAsync("archive")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_sender_that_died_with_a_study_on_hold_leaves_it_held()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs"]);
        await Database.LeaseDeliveriesAsync("pacs");
        await Database.Series.HoldStudyAsync("1.2", HoldCodes.Operator, "wait", Ct);
        Time.Advance(Work.Lease);

        (await Database.LeaseDeliveriesAsync("pacs")).ShouldBeEmpty();
        (await Database.Deliveries.CountsAsync(Ct))[DeliveryState.Held].ShouldBe(1);
        await Database.Series.ReleaseStudyAsync("1.2", Ct);
        (await Database.LeaseDeliveriesAsync("pacs")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_superseded_while_it_is_sent_is_not_tried_again()
    {
        await Database.AnalyseAsync(Time, "1.2", destinations: ["pacs", "archive"]);
        DeliveryLease fails = (await Database.LeaseDeliveriesAsync("pacs"))[0];
        await Database.LeaseDeliveriesAsync("archive");
        Time.Advance(-Arrivals.Quiet);
        JobCompletion newer = await Database.AnalyseAsync(Time, "1.2", count: 1, first: 9, destinations: ["pacs", "archive"]);

        (await Database.Deliveries.RecordAsync(fails, Retry(TimeSpan.Zero), Ct))!.State.ShouldBe(DeliveryState.Cancelled);
        (await Database.Deliveries.RetryAsync(fails.Delivery.Id, true, Ct)).ShouldBeFalse();
        Time.Advance(Work.Lease);
        (await Database.LeaseDeliveriesAsync("archive")).ShouldHaveSingleItem().Delivery.ResultId.ShouldBe(newer.ResultId!.Value);
        (await Database.Deliveries.CountsAsync(Ct))[DeliveryState.Cancelled].ShouldBe(2);
    }

    [Fact]
    public async Task A_delivery_may_be_created_held()
    {
        await Database.QueueAsync(Time, "1.2");
        JobOutcome outcome = Work.Outcome("1.r", "pacs");
        await Database.Jobs.CompleteAsync(
            (await Database.LeaseJobAsync())!, outcome with { Deliveries = [outcome.Deliveries[0] with { HoldReason = "GATE: value differs" }] }, Ct);

        (await Database.LeaseDeliveriesAsync("pacs")).ShouldBeEmpty();
        DestinationStatus status = (await Database.Deliveries.DestinationsAsync(Ct)).ShouldHaveSingleItem();
        (status.Waiting, status.Held, status.NextDueAt).ShouldBe((0, 1, null));
    }

    private DeliveryAttempt Retry(TimeSpan after) => new()
    {
        Result = AttemptResult.Retry,
        Comment = "connection refused",
        RetryAt = Time.GetUtcNow() + after,
    };
}
