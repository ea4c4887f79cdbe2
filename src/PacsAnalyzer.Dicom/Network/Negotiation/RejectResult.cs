namespace PacsAnalyzer.Dicom.Network;

/// <summary>How final a rejection is (PS3.8 table 9-21).</summary>
public enum RejectResult
{
    /// <summary>Asking again will not help.</summary>
    Permanent = 1,

    /// <summary>Asking again later may help.</summary>
    Transient = 2,
}
