namespace PacsAnalyzer.Dicom.Network;

/// <summary>Why a service provider aborted (PS3.8 table 9-26).</summary>
public enum AbortReason
{
    /// <summary>No reason given.</summary>
    NotSpecified = 0,

    /// <summary>A PDU of a type that does not exist.</summary>
    UnrecognizedPdu = 1,

    /// <summary>A valid PDU at the wrong time.</summary>
    UnexpectedPdu = 2,

    /// <summary>An unknown parameter in a PDU.</summary>
    UnrecognizedParameter = 4,

    /// <summary>A parameter at the wrong place.</summary>
    UnexpectedParameter = 5,

    /// <summary>A parameter with a value that is not allowed.</summary>
    InvalidParameterValue = 6,
}
