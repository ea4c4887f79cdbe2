using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>Receives one instance into the spool: header of the file first, then the data set's bytes as they come, flushed and renamed
/// before Success is answered. Never holds more than one fragment.</summary>
internal sealed class SpoolSink : IStoreSink
{
    private readonly SpoolStore store;
    private readonly StoreRequest request;
    private readonly AssociationInfo association;
    private readonly string partPath;
    private readonly SafeFileHandle handle;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long position;

    /// <summary>Opens the file and writes its header.</summary>
    public SpoolSink(SpoolStore store, StoreRequest request, AssociationInfo association)
    {
        this.store = store;
        this.request = request;
        this.association = association;
        partPath = store.Folder.NewPartPath();
        handle = File.OpenHandle(partPath, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        try
        {
            byte[] header = SpoolHeader.Create(request, association);
            RandomAccess.Write(handle, header, 0);
            position = header.Length;
        }
        catch
        {
            handle.Dispose();
            File.Delete(partPath);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!store.Guard.Check(bytes.Length))
        {
            throw new DicomStatusException(DicomStatus.OutOfResources.WithComment("The disk limit is reached"));
        }

        // Into the page cache: shorter than a hop to another thread would be.
        RandomAccess.Write(handle, bytes.Span, position);
        hash.AppendData(bytes.Span);
        position += bytes.Length;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<DicomStatus> CompleteAsync(CancellationToken cancellationToken)
    {
        InstanceHeader header;
        try
        {
            header = SpoolReader.ReadHeader(partPath);
        }
        catch (DicomReadException e)
        {
            Discard();
            store.Refused(association, request, e.Message);
            return new ValueTask<DicomStatus>(DicomStatus.CannotUnderstand.WithComment(e.Message));
        }
        catch (DicomDataException e)
        {
            // Study, Series or SOP Instance UID is missing.
            Discard();
            store.Refused(association, request, e.Message);
            return new ValueTask<DicomStatus>(DicomStatus.DataSetDoesNotMatchSopClass.WithComment(e.Message));
        }

        if (Mismatch(header) is { } mismatch)
        {
            Discard();
            store.Refused(association, request, mismatch);
            return new ValueTask<DicomStatus>(DicomStatus.DataSetDoesNotMatchSopClass.WithComment(mismatch));
        }

        // Content first, then the name: a file with the final name is complete, whatever happens in between.
        if (store.Durability == SpoolDurability.Fsync)
        {
            RandomAccess.FlushToDisk(handle);
        }

        handle.Dispose();
        string path = SpoolFolder.FinalPath(partPath);
        File.Move(partPath, path);
        if (store.Durability == SpoolDurability.Fsync)
        {
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }

        store.Accepted(new SpooledInstance(
            path, header, Convert.ToHexStringLower(hash.GetHashAndReset()), position,
            association.CallingAeTitle, association.CalledAeTitle, association.Peer.Address.ToString(), store.Now));
        hash.Dispose();
        return new ValueTask<DicomStatus>(DicomStatus.Success);
    }

    /// <inheritdoc/>
    public ValueTask AbortAsync()
    {
        Discard();
        return ValueTask.CompletedTask;
    }

    private string? Mismatch(InstanceHeader header) =>
        header.SopClassUid != request.SopClassUid ? $"SOPClassUID of the data set is not {request.SopClassUid}"
        : header.SopInstanceUid != request.SopInstanceUid ? $"SOPInstanceUID of the data set is not {request.SopInstanceUid}"
        : null;

    private void Discard()
    {
        handle.Dispose();
        hash.Dispose();
        try
        {
            File.Delete(partPath);
        }
        catch (IOException)
        {
            // Unfinished files are removed at the next start.
        }
    }
}
