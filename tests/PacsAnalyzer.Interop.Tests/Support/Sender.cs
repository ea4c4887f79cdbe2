using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Interop.Tests.Support;

/// <summary>Sends files with our own SCU and remembers which were answered with Success, as a modality does before it deletes them.</summary>
internal sealed class Sender(NodeProcess node)
{
    private readonly List<string> acknowledged = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> marks = [];

    /// <summary>UIDs answered with Success.</summary>
    public IReadOnlyList<string> Acknowledged
    {
        get
        {
            lock (acknowledged)
            {
                return [.. acknowledged];
            }
        }
    }

    /// <summary>Anything but Success that was answered.</summary>
    public IReadOnlyList<DicomStatus> Refusals { get; private set; } = [];

    /// <summary>Completes once so many instances were answered with Success.</summary>
    public Task ReachedAsync(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (acknowledged)
        {
            marks.Add((count, reached));
        }

        return reached.Task.WaitAsync(Eventually.Patience);
    }

    /// <summary>Sends files over one association.</summary>
    /// <returns>Whether all were answered; false when the association broke.</returns>
    public async Task<bool> SendAsync(IEnumerable<string> files)
    {
        try
        {
            await using DicomAssociation association = await DicomAssociation.RequestAsync(
                node.Call(), new ContextProposals().Add(DicomUID.CTImageStorage.Uid, DicomTransferSyntax.ExplicitVRLittleEndian.Uid.Uid).Contexts);
            foreach (string file in files)
            {
                Note(Part10Header.Read(file).SopInstanceUid, await association.StoreAsync(file));
            }

            await association.ReleaseAsync();
            return true;
        }
        catch (DicomNetworkException)
        {
            return false;
        }
    }

    private void Note(string uid, DicomStatus status)
    {
        lock (acknowledged)
        {
            if (status.Code != 0)
            {
                Refusals = [.. Refusals, status];
                return;
            }

            acknowledged.Add(uid);
            foreach ((int count, TaskCompletionSource reached) in marks)
            {
                if (acknowledged.Count >= count)
                {
                    reached.TrySetResult();
                }
            }
        }
    }
}
