namespace PacsAnalyzer.Dicom.Network;

/// <summary>Answers a store request with a status that was clear from the start; the data set is read and dropped, as PS3.7 wants it.</summary>
public sealed class RefusingSink(DicomStatus status) : IStoreSink
{
    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<DicomStatus> CompleteAsync(CancellationToken cancellationToken) => ValueTask.FromResult(status);

    /// <inheritdoc/>
    public ValueTask AbortAsync() => ValueTask.CompletedTask;
}
