using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Rejections;
using PacsAnalyzer.Scp.Hosting;

namespace PacsAnalyzer.Scp.Associations;

/// <summary>Remembers rejected callers, so that an administrator can accept one instead of guessing what a modality is called.</summary>
internal sealed partial class RejectionInbox(IRejectionStore store, DatabaseGate gate, TimeProvider time, ILogger<RejectionInbox> logger) : BackgroundService
{
    private const int Capacity = 1000;

    private readonly Channel<Rejection> channel = Channel.CreateBounded<Rejection>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Notes a rejected caller; never waits.</summary>
    public void Add(string calling, string called, IPAddress address, string reason) =>
        channel.Writer.TryWrite(new Rejection(PrintableTitle.Of(calling), PrintableTitle.Of(called), address.ToString(), reason, time.GetUtcNow()));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.WaitAsync(stoppingToken);
        await foreach (Rejection rejection in channel.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await store.RecordAsync(rejection, stoppingToken);
            }
            catch (DatabaseUnavailableException e)
            {
                // A caller that matters calls again.
                LogNotRecorded(e.Message);
            }
        }
    }

    [LoggerMessage(1202, LogLevel.Warning, "A rejected caller could not be recorded: {Message}")]
    private partial void LogNotRecorded(string message);
}
