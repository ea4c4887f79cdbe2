using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Ledger;
using PacsAnalyzer.Scp.Hosting;
using PacsAnalyzer.Scp.Spool;

namespace PacsAnalyzer.Scp.Indexing;

/// <summary>Keeps the index in step with the spool: batches of new instances, and after a crash or a long time without a database whatever
/// the spool holds that the index does not.</summary>
internal sealed partial class SpoolIndexer(
    IndexQueue queue,
    UnindexedInstances unindexed,
    ArrivalMapper mapper,
    SpoolFolder spool,
    ISpoolReader reader,
    IInstanceIndex index,
    ILedgerStore ledger,
    DatabaseGate gate,
    TimeProvider time,
    ILogger<SpoolIndexer> logger) : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    /// <summary>How long a batch may gather: a transaction for each slice of a series would cost its sender more than all else.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        queue.RequestSearch();
        await gate.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (queue.TakeOverflow())
            {
                await SearchAsync(stoppingToken);
            }

            List<SpooledInstance> batch = await NextBatchAsync(stoppingToken);
            await IndexAsync(batch, stoppingToken);
        }
    }

    private async Task<List<SpooledInstance>> NextBatchAsync(CancellationToken stoppingToken)
    {
        var batch = new List<SpooledInstance>(BatchSize) { await queue.Reader.ReadAsync(stoppingToken) };
        if (queue.Reader.Count < BatchSize - 1)
        {
            await Task.Delay(Gathering, time, stoppingToken);
        }

        while (batch.Count < BatchSize && queue.Reader.TryRead(out SpooledInstance? next))
        {
            batch.Add(next);
        }

        return batch;
    }

    private async Task IndexAsync(List<SpooledInstance> batch, CancellationToken stoppingToken)
    {
        IReadOnlyList<IndexedInstance?> indexed = await IndexOrRecordAsync(batch, stoppingToken);
        for (int i = 0; i < batch.Count; i++)
        {
            if (indexed[i] is { } known)
            {
                await SettleAsync(batch[i], known, stoppingToken);
            }

            unindexed.Remove(batch[i].Path);
        }

        LogIndexed(batch.Count);
    }

    /// <summary>Indexes a batch; where one instance cannot be indexed, the others are and that one is recorded as failed.</summary>
    private async Task<IReadOnlyList<IndexedInstance?>> IndexOrRecordAsync(List<SpooledInstance> batch, CancellationToken stoppingToken)
    {
        try
        {
            return await PatientlyAsync(token => index.IndexAsync([.. batch.Select(mapper.Map)], token), stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (batch.Count > 1)
            {
                var single = new List<IndexedInstance?>(batch.Count);
                foreach (SpooledInstance instance in batch)
                {
                    single.AddRange(await IndexOrRecordAsync([instance], stoppingToken));
                }

                return single;
            }

            await RecordFailedAsync(batch[0].Header.SopInstanceUid, batch[0].CallingAeTitle, batch[0].CalledAeTitle, batch[0].RemoteAddress, batch[0].ReceivedAt, batch[0].Path, e.Message, stoppingToken);
            return [null];
        }
    }

    private async Task SettleAsync(SpooledInstance instance, IndexedInstance indexed, CancellationToken stoppingToken)
    {
        if (indexed.PatientDiffers)
        {
            LogHeld(instance.Header.StudyInstanceUid, indexed.HoldCode ?? "");
        }

        if (indexed.Kind == ArrivalKind.Conflict)
        {
            LogConflict(indexed.SopInstanceUid);
        }

        if (indexed.Kind != ArrivalKind.SameAgain || spool.Relative(instance.Path) == indexed.FilePath)
        {
            return;
        }

        // The same bytes again. Where the first file is still there this one is not needed; where it is gone this one takes its place.
        if (File.Exists(spool.Absolute(indexed.FilePath)))
        {
            File.Delete(instance.Path);
        }
        else
        {
            await PatientlyAsync(token => index.RelocateAsync(indexed.SopInstanceUid, instance.ContentHash, spool.Relative(instance.Path), token), stoppingToken);
            LogRelocated(indexed.SopInstanceUid);
        }
    }

    private async Task RecordFailedAsync(string uid, string calling, string called, string address, DateTimeOffset receivedAt, string path, string reason, CancellationToken stoppingToken)
    {
        LogNotIndexed(Path.GetFileName(path), reason);
        await PatientlyAsync(
            async token =>
            {
                await ledger.RecordUnindexedAsync(new UnindexedInstance(uid, "NOT_INDEXED", reason, calling, called, address, receivedAt, spool.Relative(path)), token);
                return true;
            },
            stoppingToken);
    }

    private async Task SearchAsync(CancellationToken stoppingToken)
    {
        int found = 0;
        foreach (string[] chunk in spool.Files().Chunk(1000))
        {
            string[] relative = [.. chunk.Select(spool.Relative)];
            IReadOnlyList<string> unknown = await PatientlyAsync(token => index.UnknownFilesAsync(relative, token), stoppingToken);
            foreach (string[] part in unknown.Chunk(BatchSize))
            {
                var batch = new List<SpooledInstance>(part.Length);
                foreach (string path in part.Select(spool.Absolute))
                {
                    if (reader.Read(path) is { } instance)
                    {
                        unindexed.Add(instance);
                        batch.Add(instance);
                    }
                    else if (SpoolCatalog.Read(path) is { } uid)
                    {
                        await RecordFailedAsync(uid, "", "", "", File.GetLastWriteTimeUtc(path), path, "the spooled file cannot be read", stoppingToken);
                    }
                }

                if (batch.Count > 0)
                {
                    await IndexAsync(batch, stoppingToken);
                    found += batch.Count;
                }
            }
        }

        if (found > 0)
        {
            LogRecovered(found);
        }
    }

    /// <summary>Repeats until the database answers; acknowledged instances are safe in the spool meanwhile.</summary>
    private async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> operation, CancellationToken stoppingToken)
    {
        for (bool told = false; ; told = true)
        {
            try
            {
                return await operation(stoppingToken);
            }
            catch (DatabaseUnavailableException e)
            {
                if (!told)
                {
                    LogDatabaseAway(e.Message, unindexed.Count);
                }

                await Task.Delay(RetryDelay, time, stoppingToken);
            }
        }
    }

    [LoggerMessage(3101, LogLevel.Debug, "Indexed {Count} instances")]
    private partial void LogIndexed(int count);

    [LoggerMessage(3102, LogLevel.Warning, "Instance {SopInstanceUid} arrived again with other bytes: both are kept, the first stays in force")]
    private partial void LogConflict(string sopInstanceUid);

    [LoggerMessage(3105, LogLevel.Error, "Study {StudyInstanceUid} is on hold ({HoldCode}): its instances name two patients; nothing of it is sent until an operator releases it")]
    private partial void LogHeld(string studyInstanceUid, string holdCode);

    [LoggerMessage(3106, LogLevel.Warning, "The spooled file of {SopInstanceUid} was gone; the one that was sent again takes its place")]
    private partial void LogRelocated(string sopInstanceUid);

    [LoggerMessage(3107, LogLevel.Error, "The spooled file {File} cannot be indexed and counts as failed: {Reason}")]
    private partial void LogNotIndexed(string file, string reason);

    [LoggerMessage(3103, LogLevel.Information, "Indexed {Count} instances that only the spool knew")]
    private partial void LogRecovered(int count);

    [LoggerMessage(3104, LogLevel.Error, "The database is away ({Message}); {Waiting} acknowledged instances wait in the spool and are indexed when it is back")]
    private partial void LogDatabaseAway(string message, int waiting);
}
