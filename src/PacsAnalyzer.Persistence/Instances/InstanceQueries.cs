using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Instances;

/// <summary>The content of a series.</summary>
internal static class InstanceQueries
{
    /// <summary>Instances up to a revision whose files are there, in ordinal order of SOP Instance UID.</summary>
    public static async Task<IReadOnlyList<InstanceRecord>> OfSeriesAsync(
        NodeDbContext db, SeriesRow series, int revision, bool withoutExcluded, CancellationToken cancellationToken)
    {
        List<InstanceRow> rows = await db.Instances.AsNoTracking()
            .Where(i => i.SeriesId == series.Id && i.Revision <= revision && i.RemovedAt == null)
            .Where(i => !withoutExcluded || !db.Ledger.Any(l => l.SopInstanceUid == i.SopInstanceUid && l.State == LedgerState.Excluded))
            .ToListAsync(cancellationToken);
        rows.Sort((a, b) => string.CompareOrdinal(a.SopInstanceUid, b.SopInstanceUid));
        return rows.ConvertAll(i => i.ToRecord(series));
    }

    /// <summary>SHA-256 over UID and content hash of each instance, in their order; hex.</summary>
    public static string ContentHash(IReadOnlyList<InstanceRecord> instances)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (InstanceRecord instance in instances)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{instance.SopInstanceUid}\n{instance.ContentHash}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
