using Microsoft.EntityFrameworkCore;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Series;

/// <summary>Studies with their counts.</summary>
internal static class StudyQueries
{
    public static async Task<IReadOnlyDictionary<string, StudyRecord>> LoadAsync(NodeDbContext db, string[] uids, CancellationToken cancellationToken)
    {
        List<StudyRow> rows = await db.Studies.AsNoTracking().Where(s => uids.Contains(s.StudyInstanceUid)).ToListAsync(cancellationToken);
        return (await WithCountsAsync(db, rows, cancellationToken)).ToDictionary(s => s.StudyInstanceUid, StringComparer.Ordinal);
    }

    public static async Task<IReadOnlyList<StudyRecord>> WithCountsAsync(NodeDbContext db, List<StudyRow> rows, CancellationToken cancellationToken)
    {
        string[] uids = [.. rows.Select(r => r.StudyInstanceUid)];
        var counts = await db.Series.Where(s => uids.Contains(s.StudyInstanceUid))
            .GroupBy(s => s.StudyInstanceUid)
            .Select(g => new { Study = g.Key, Series = g.Count(), Instances = g.Sum(s => s.InstanceCount) })
            .ToDictionaryAsync(g => g.Study, cancellationToken);
        return rows.ConvertAll(r => counts.TryGetValue(r.StudyInstanceUid, out var c) ? r.ToRecord(c.Series, c.Instances) : r.ToRecord(0, 0));
    }

    public static async Task<PageOf<StudyRecord>> ListAsync(NodeDbContext db, StudyFilter filter, Page page, CancellationToken cancellationToken)
    {
        IQueryable<StudyRow> rows = db.Studies;
        if (PlainText.CleanOrNull(filter.Search) is { } search)
        {
            string pattern = $"%{Escape(search.Trim())}%";
            rows = rows.Where(s =>
                EF.Functions.ILike(s.StudyInstanceUid, pattern, "\\")
                || EF.Functions.ILike(s.PatientId ?? "", pattern, "\\")
                || EF.Functions.ILike(s.PatientName ?? "", pattern, "\\")
                || EF.Functions.ILike(s.AccessionNumber ?? "", pattern, "\\"));
        }

        if (filter.OnHold is { } onHold)
        {
            rows = rows.Where(s => (s.HoldCode != null) == onHold);
        }

        if (filter.ReceivedSince?.ToUniversalTime() is { } since)
        {
            rows = rows.Where(s => s.LastReceivedAt >= since);
        }

        PageOf<StudyRow> found = await rows.OrderByDescending(s => s.LastReceivedAt).ThenBy(s => s.StudyInstanceUid)
            .PageAsync(page, r => r, cancellationToken);
        return new PageOf<StudyRecord>(await WithCountsAsync(db, [.. found.Items], cancellationToken), found.Total);
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
