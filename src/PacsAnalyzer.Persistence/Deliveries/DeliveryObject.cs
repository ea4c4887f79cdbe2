namespace PacsAnalyzer.Persistence.Deliveries;

/// <summary>An object of a delivery.</summary>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="SopClassUid">SOP Class UID.</param>
/// <param name="Kind">SR, SC, ...</param>
/// <param name="FilePath">File, relative to the store.</param>
/// <param name="Sha256">Hash of the file, hex.</param>
/// <param name="AcceptedAt">When the peer accepted it; null when it is still to be sent.</param>
public sealed record DeliveryObject(
    string SopInstanceUid,
    string SopClassUid,
    string Kind,
    string FilePath,
    string Sha256,
    DateTimeOffset? AcceptedAt);
