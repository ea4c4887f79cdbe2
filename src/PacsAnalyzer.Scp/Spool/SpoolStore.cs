using Microsoft.Extensions.Logging;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Scp.Configuration.Options;
using PacsAnalyzer.Scp.Indexing;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>Takes instances from associations and hands complete ones to the index.</summary>
internal sealed partial class SpoolStore(
    SpoolFolder folder,
    DiskGuard guard,
    SpoolDurability durability,
    IndexQueue queue,
    TimeProvider time,
    ILogger<SpoolStore> logger)
{
    /// <summary>Layout on disk.</summary>
    public SpoolFolder Folder { get; } = folder;

    /// <summary>Limit of the disk.</summary>
    public DiskGuard Guard { get; } = guard;

    /// <summary>Flushing before the answer.</summary>
    public SpoolDurability Durability { get; } = durability;

    /// <summary>The clock.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Begins an instance, or refuses it for want of disk.</summary>
    public IStoreSink Begin(StoreRequest request, AssociationInfo association) =>
        Guard.Check(0)
            ? new SpoolSink(this, request, association)
            : new RefusingSink(DicomStatus.OutOfResources.WithComment("The disk limit is reached"));

    /// <summary>The instance is durable; its sender hears Success next.</summary>
    public void Accepted(SpooledInstance instance) => queue.Add(instance);

    /// <summary>The instance was refused with its reason.</summary>
    public void Refused(AssociationInfo association, StoreRequest request, string reason) =>
        LogRefused(association.CallingAeTitle, request.SopInstanceUid, reason);

    [LoggerMessage(2202, LogLevel.Warning, "Refused instance {SopInstanceUid} of {CallingAeTitle}: {Reason}")]
    private partial void LogRefused(string callingAeTitle, string sopInstanceUid, string reason);
}
