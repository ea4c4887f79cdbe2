namespace PacsAnalyzer.Dicom.Network;

/// <summary>Category of a DIMSE status (PS3.7 annex C).</summary>
public enum DicomStatusCategory
{
    /// <summary>Done.</summary>
    Success,

    /// <summary>Done, with a remark.</summary>
    Warning,

    /// <summary>Not done.</summary>
    Failure,

    /// <summary>Stopped at the requestor's wish.</summary>
    Cancel,

    /// <summary>More responses follow.</summary>
    Pending,
}
