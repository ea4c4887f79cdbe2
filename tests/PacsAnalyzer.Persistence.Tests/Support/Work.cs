using PacsAnalyzer.Persistence.Deliveries;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Jobs;
using PacsAnalyzer.Persistence.Results;
using PacsAnalyzer.Persistence.Series;

namespace PacsAnalyzer.Persistence.Tests.Support;

/// <summary>The way of a series through the stores, as a node goes it.</summary>
internal static class Work
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public static readonly SeriesRoute Route = new("spine-ct", "1.0.0", "ct-spine", "A CT series of the spine.");

    public static async Task<IReadOnlyList<IndexedInstance>> IndexAsync(this NodeDatabase db, params InstanceArrival[] arrivals) =>
        await db.Instances.IndexAsync(arrivals, CancellationToken.None);

    public static Task<IReadOnlyList<SeriesClaim>> ClaimAsync(this NodeDatabase db, int limit = 10, string owner = "node-1") =>
        db.Series.ClaimDueAsync(owner, Lease, limit, 3, CancellationToken.None);

    public static async Task<SeriesClaim> ClaimOneAsync(this NodeDatabase db) => (await db.ClaimAsync()).ShouldHaveSingleItem();

    public static Task<JobLease?> LeaseJobAsync(this NodeDatabase db, string owner = "node-1") =>
        db.Jobs.LeaseNextAsync(new JobLeaseOptions(owner, Lease), CancellationToken.None);

    /// <summary>Indexes, waits until it is quiet, claims and routes: one job is queued.</summary>
    public static async Task<JobCreation> QueueAsync(this NodeDatabase db, ManualTime time, string study, int series = 1, int count = 3, int first = 1)
    {
        await db.IndexAsync(Arrivals.Many(time, study, series, count, first));
        time.Advance(Arrivals.Quiet);
        SeriesClaim claim = (await db.ClaimAsync()).Single(c => c.Series.SeriesInstanceUid == $"{study}.{series}");
        return (await db.Series.RouteAsync(claim, Route, CancellationToken.None)).ShouldNotBeNull();
    }

    /// <summary>As <see cref="QueueAsync"/>, then leases and completes the job; returns the completion.</summary>
    public static async Task<JobCompletion> AnalyseAsync(
        this NodeDatabase db, ManualTime time, string study, int series = 1, int count = 3, int first = 1, params string[] destinations)
    {
        await db.QueueAsync(time, study, series, count, first);
        JobLease lease = (await db.LeaseJobAsync()).ShouldNotBeNull();
        return await db.Jobs.CompleteAsync(lease, Outcome($"{study}.{series}.r{first}", destinations), CancellationToken.None);
    }

    /// <summary>A measured result with SR and overlay for some destinations.</summary>
    public static JobOutcome Outcome(string uid, params string[] destinations) => new()
    {
        Status = "Measured",
        DocumentJson = """{"schemaVersion":1,"value":41.299999999999997}""",
        ConfigurationHash = "c0",
        Measurements =
        [
            new MeasurementRecord("VBMD-TRAB", 131.25, "mg/cm3", null, "L1", "Within", null) { RangeLow = 80 },
            new MeasurementRecord("MEAN-HU", null, "[hnsf'U]", null, "L2", "NotAssessed", "CONTRAST"),
        ],
        Objects =
        [
            new NewReportObject($"{uid}.1", "1.2.840.10008.5.1.4.1.1.88.34", "SR", $"{uid}/sr.dcm", new string('a', 64), 2000, null),
            new NewReportObject($"{uid}.2", "1.2.840.10008.5.1.4.1.1.7", "SC", $"{uid}/sc.dcm", new string('b', 64), 3000, null),
        ],
        Deliveries = [.. destinations.Select(d => new NewDelivery(d, [$"{uid}.1", $"{uid}.2"]))],
    };

    public static Task<IReadOnlyList<DeliveryLease>> LeaseDeliveriesAsync(this NodeDatabase db, string destination, int limit = 10, string owner = "node-1") =>
        db.Deliveries.LeaseDueAsync(destination, owner, Lease, limit, CancellationToken.None);
}
