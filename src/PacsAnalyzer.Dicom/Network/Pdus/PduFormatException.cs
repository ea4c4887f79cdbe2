namespace PacsAnalyzer.Dicom.Network;

/// <summary>Bytes that are no valid PDU. Caught where frames are read and turned into event 19 of the state table; never leaves the upper layer.</summary>
internal sealed class PduFormatException : Exception
{
    public PduFormatException(AbortReason reason, string message)
        : base(message) => Reason = reason;

    /// <summary>What the A-ABORT will give as its reason.</summary>
    public AbortReason Reason { get; }
}
