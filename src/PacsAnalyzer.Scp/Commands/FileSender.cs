using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Scp.Commands;

/// <summary>Counts of a transfer.</summary>
/// <param name="Sent">Accepted by the peer.</param>
/// <param name="Refused">Answered with a failure status, or in no accepted syntax.</param>
/// <param name="Failed">Not sent.</param>
internal sealed record SendSummary(int Sent, int Refused, int Failed);

/// <summary>Sends files over as few associations as their presentation contexts allow.</summary>
internal static class FileSender
{
    /// <summary>Sends files in order.</summary>
    /// <exception cref="UserErrorException">No association: what to do stands in the message.</exception>
    public static async Task<SendSummary> SendAsync(
        DicomAssociationOptions options, IReadOnlyList<(string Path, Part10Header Header)> files, SendProgressLine progress, CancellationToken cancellationToken)
    {
        int sent = 0, refused = 0, failed = 0;
        foreach (IReadOnlyList<(string Path, Part10Header Header)> batch in Batches(files))
        {
            var proposals = new ContextProposals();
            foreach ((_, Part10Header header) in batch)
            {
                proposals.Add(header.SopClassUid, header.TransferSyntaxUid);
            }

            DicomAssociation association;
            try
            {
                association = await DicomAssociation.RequestAsync(options, proposals.Contexts, cancellationToken);
            }
            catch (DicomNetworkException e)
            {
                throw new UserErrorException($"{options}: {e.Message}", e.Failure == NetworkFailure.Rejected ? ExitCodes.Refused : ExitCodes.Failed);
            }

            await using (association)
            {
                foreach ((string path, _) in batch)
                {
                    try
                    {
                        DicomStatus status = await association.StoreAsync(path, null, cancellationToken);
                        if (status.IsAccepted)
                        {
                            sent++;
                        }
                        else
                        {
                            refused++;
                            progress.Say($"{path}: {status}");
                        }
                    }
                    catch (DicomNetworkException e) when (e.Failure == NetworkFailure.NoUsableContext)
                    {
                        refused++;
                        progress.Say($"{path}: {e.Message}");
                    }
                    catch (DicomNetworkException e)
                    {
                        progress.Say($"{path}: {e.Message}");
                        return new SendSummary(sent, refused, failed + files.Count - sent - refused);
                    }

                    progress.Step();
                }

                await association.ReleaseAsync(cancellationToken);
            }
        }

        return new SendSummary(sent, refused, failed);
    }

    private static IEnumerable<IReadOnlyList<(string Path, Part10Header Header)>> Batches(IReadOnlyList<(string Path, Part10Header Header)> files)
    {
        var batch = new List<(string Path, Part10Header Header)>();
        var pairs = new HashSet<(string, string)>();
        foreach ((string Path, Part10Header Header) file in files)
        {
            if (pairs.Add((file.Header.SopClassUid, file.Header.TransferSyntaxUid)) && pairs.Count > ContextProposals.Maximum)
            {
                yield return batch;
                batch = [];
                pairs = [(file.Header.SopClassUid, file.Header.TransferSyntaxUid)];
            }

            batch.Add(file);
        }

        yield return batch;
    }
}
