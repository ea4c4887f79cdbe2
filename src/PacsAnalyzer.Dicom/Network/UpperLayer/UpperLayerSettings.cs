namespace PacsAnalyzer.Dicom.Network;

/// <summary>Limits and times of one connection.</summary>
internal sealed record UpperLayerSettings
{
    public required PduLimits Limits { get; init; }

    /// <summary>ARTIM (PS3.8 section 9.1.5).</summary>
    public required TimeSpan Artim { get; init; }

    /// <summary>Longest wait for a whole PDU, or for the peer to take one, while an association stands.</summary>
    public required TimeSpan Idle { get; init; }

    public required TimeProvider Time { get; init; }
}
