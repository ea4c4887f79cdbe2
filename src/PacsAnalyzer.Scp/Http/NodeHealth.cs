using PacsAnalyzer.Persistence;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Analysis;
using PacsAnalyzer.Scp.Associations;
using PacsAnalyzer.Scp.Hosting;
using PacsAnalyzer.Scp.Indexing;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Http;

/// <summary>Whether the node accepts instances, and what is degraded meanwhile.</summary>
internal sealed class NodeHealth(DicomListener listener, DiskGuard guard, NodeDatabase database, DatabaseGate gate, AeTitleStore titles, NodeModels models, UnindexedInstances unindexed)
{
    /// <summary>The state now.</summary>
    public async Task<HealthReport> CheckAsync(CancellationToken cancellationToken)
    {
        string? stopped = listener.EndPoint is null ? "the DICOM listener is not open" : guard.Problem;
        var degraded = new List<string>();
        if (!gate.IsOpen)
        {
            degraded.Add("the database has not answered yet: instances wait in the spool");
        }
        else
        {
            try
            {
                await database.CheckAsync(cancellationToken);
            }
            catch (DatabaseUnavailableException e)
            {
                degraded.Add($"the database is away ({e.Message}): {unindexed.Count} instances wait in the spool");
            }
        }

        if (titles.Problem is { } problem)
        {
            degraded.Add($"the last change of ae-titles.json was refused: {problem}");
        }

        degraded.AddRange(models.Problems);
        return new HealthReport(stopped is null ? (degraded.Count == 0 ? "ready" : "degraded") : "not ready", stopped, degraded);
    }
}

/// <summary>Answer of <c>/health/ready</c>.</summary>
/// <param name="Status"><c>ready</c>, <c>degraded</c> (still accepting) or <c>not ready</c>.</param>
/// <param name="Reason">Why instances are not accepted; null when they are.</param>
/// <param name="Degraded">What does not work although instances are accepted.</param>
internal sealed record HealthReport(string Status, string? Reason, IReadOnlyList<string> Degraded);
