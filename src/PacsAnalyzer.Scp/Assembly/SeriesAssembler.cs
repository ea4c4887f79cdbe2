using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Series;
using PacsAnalyzer.Persistence.Signals;
using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Scp.Hosting;
using PacsAnalyzer.Scp.Indexing;

namespace PacsAnalyzer.Scp.Assembly;

/// <summary>Takes series whose quiet period has ended, waits for missing slices while that is sensible, decides by the routing rules, and
/// queues a job or leaves the series out, with the reason.</summary>
internal sealed partial class SeriesAssembler(
    ISeriesStore store,
    IInstanceIndex index,
    DatabaseSignals signals,
    RoutingRules rules,
    IModelVersions models,
    NodeIdentity node,
    DatabaseGate gate,
    TimeProvider time,
    ILogger<SeriesAssembler> logger) : BackgroundService
{
    private const int BatchSize = 16;
    private const int MaximumAttempts = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.WaitAsync(stoppingToken);
        using SignalSubscription changes = signals.Subscribe(DatabaseSignal.SeriesChanged);
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait = Fallback;
            try
            {
                IReadOnlyList<SeriesClaim> due;
                while ((due = await store.ClaimDueAsync(node.Owner, Lease, BatchSize, MaximumAttempts, stoppingToken)).Count > 0)
                {
                    foreach (SeriesClaim claim in due)
                    {
                        await AssembleAsync(claim, stoppingToken);
                    }
                }

                if (await store.NextDueAsync(stoppingToken) is { } next)
                {
                    TimeSpan until = next - time.GetUtcNow();
                    wait = until < TimeSpan.Zero ? TimeSpan.FromMilliseconds(50) : until < Fallback ? until : Fallback;
                }
            }
            catch (DatabaseUnavailableException e)
            {
                LogDatabaseAway(e.Message);
            }

            await changes.WaitAsync(wait, stoppingToken);
        }
    }

    private async Task AssembleAsync(SeriesClaim claim, CancellationToken stoppingToken)
    {
        InstanceHeader[] headers = [.. claim.Instances.Select(ArrivalMapper.Header)];
        AssemblyDecision decision = AssemblyRules.Decide(headers, rules, claim.Series.MaxWaitUntil, time.GetUtcNow());
        if (decision is AssemblyDecision.Analyse)
        {
            decision = AcquisitionRules.Decide(decision, headers, await SiblingsAsync(claim, stoppingToken), rules, claim.Series.MaxWaitUntil, time.GetUtcNow());
        }

        switch (decision)
        {
            case AssemblyDecision.Wait wait:
                await store.PostponeAsync(claim, wait.Until, wait.Explanation, stoppingToken);
                LogWaiting(claim.Series.Id, wait.Explanation);
                break;
            case AssemblyDecision.Exclude exclude:
                await store.ExcludeAsync(claim, exclude.RuleId, exclude.Explanation, stoppingToken);
                LogExcluded(claim.Series.Id, exclude.RuleId);
                break;
            case AssemblyDecision.Analyse analyse:
                await store.RouteAsync(
                    claim, new SeriesRoute(analyse.Pipeline, models.VersionOf(analyse.Pipeline), analyse.RuleId, analyse.Explanation), stoppingToken);
                LogRouted(claim.Series.Id, analyse.Pipeline, analyse.RuleId);
                break;
        }
    }

    private async Task<List<SiblingSeries>> SiblingsAsync(SeriesClaim claim, CancellationToken stoppingToken)
    {
        var siblings = new List<SiblingSeries>();
        foreach (SeriesRecord series in await store.ListOfStudyAsync(claim.Study.StudyInstanceUid, stoppingToken))
        {
            if (series.Id != claim.Series.Id && series.Description.Modality == claim.Series.Description.Modality)
            {
                IReadOnlyList<InstanceRecord> instances = await index.ListOfSeriesAsync(series.Id, null, stoppingToken);
                siblings.Add(new SiblingSeries(series.State, series.QuietUntil, [.. instances.Select(ArrivalMapper.Header)]));
            }
        }

        return siblings;
    }

    [LoggerMessage(4101, LogLevel.Information, "Series {SeriesId} goes to {Pipeline} by rule {RuleId}")]
    private partial void LogRouted(long seriesId, string pipeline, string ruleId);

    [LoggerMessage(4102, LogLevel.Information, "Series {SeriesId} is left out by rule {RuleId}")]
    private partial void LogExcluded(long seriesId, string ruleId);

    [LoggerMessage(4103, LogLevel.Information, "Series {SeriesId} waits for more instances: {Explanation}")]
    private partial void LogWaiting(long seriesId, string explanation);

    [LoggerMessage(4104, LogLevel.Error, "Assembly waits for the database: {Message}")]
    private partial void LogDatabaseAway(string message);
}
