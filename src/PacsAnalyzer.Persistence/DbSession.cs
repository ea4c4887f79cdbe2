using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence;

/// <summary>Runs short transactions: repeats those that lost a race, and names outages as such.</summary>
internal sealed class DbSession(NpgsqlDataSource source, PooledDbContextFactory<NodeDbContext> contexts, TimeProvider time)
{
    private const int MaximumRaces = 8;

    /// <summary>Now, in UTC, as precise as PostgreSQL keeps it (microseconds).</summary>
    public DateTimeOffset Now
    {
        get
        {
            DateTimeOffset now = time.GetUtcNow();
            return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        }
    }

    /// <summary>Reads without a transaction of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<NodeDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using NodeDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
            return await work(db);
        }
        catch (Exception e) when (e is not DatabaseUnavailableException && DatabaseErrors.IsTransient(e))
        {
            throw Unavailable(e);
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction; it may run more than once, so it must not touch anything but the database.</summary>
    public async Task<T> RunAsync<T>(Func<NodeDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        for (int race = 1; ; race++)
        {
            try
            {
                await using NodeDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
                await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                T result = await work(db);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception e) when (race < MaximumRaces && DatabaseErrors.IsLostRace(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
            catch (Exception e) when (e is not DatabaseUnavailableException && DatabaseErrors.IsTransient(e))
            {
                throw Unavailable(e);
            }
        }
    }

    private DatabaseUnavailableException Unavailable(Exception e)
    {
        // After a restart of the server every idle connection is dead; without this each of them would fail one call.
        source.Clear();
        return new DatabaseUnavailableException($"The database is not available: {e.GetBaseException().Message}", e);
    }
}
