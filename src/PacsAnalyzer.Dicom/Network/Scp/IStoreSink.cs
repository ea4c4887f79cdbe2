namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// Takes one instance's data set as it arrives. Exactly one of <see cref="CompleteAsync"/> and <see cref="AbortAsync"/> is
/// called, once, last; after an exception of the sink's own it is <see cref="AbortAsync"/>.
/// </summary>
public interface IStoreSink
{
    /// <summary>The next bytes of the data set, in its transfer syntax, without a Part 10 header. Valid during the call alone.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>The data set is complete. What is returned is what the sender is told: success only once the instance is durable.</summary>
    ValueTask<DicomStatus> CompleteAsync(CancellationToken cancellationToken);

    /// <summary>The data set will not be completed: take back what was written. Must not throw.</summary>
    ValueTask AbortAsync();
}
