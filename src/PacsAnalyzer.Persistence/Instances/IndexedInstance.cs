namespace PacsAnalyzer.Persistence.Instances;

/// <summary>What became of one arrival.</summary>
/// <param name="SopInstanceUid">SOP Instance UID.</param>
/// <param name="SeriesId">Row of the series.</param>
/// <param name="Kind">What it turned out to be.</param>
/// <param name="FilePath">The file that the index points to; for <see cref="ArrivalKind.SameAgain"/> another one may lie in the spool and may go.</param>
/// <param name="StoredPatient">The demographics kept for the study, those of its first instance.</param>
/// <param name="PatientDiffers">The arrival contradicts them: the study is on hold, see <paramref name="HoldCode"/>.</param>
/// <param name="HoldCode">Why nothing of this study is sent; null when it is not on hold.</param>
public sealed record IndexedInstance(
    string SopInstanceUid,
    long SeriesId,
    ArrivalKind Kind,
    string FilePath,
    PatientIdentity StoredPatient,
    bool PatientDiffers,
    string? HoldCode);
