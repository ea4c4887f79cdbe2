using Microsoft.EntityFrameworkCore;

namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Cuts a page out of an ordered query.</summary>
internal static class Paging
{
    public static async Task<PageOf<TRecord>> PageAsync<TRow, TRecord>(
        this IQueryable<TRow> rows, Page page, Func<TRow, TRecord> map, CancellationToken cancellationToken)
        where TRow : class
    {
        int total = await rows.CountAsync(cancellationToken);
        List<TRow> items = await rows.AsNoTracking().Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return new PageOf<TRecord>(items.ConvertAll(r => map(r)), total);
    }
}
