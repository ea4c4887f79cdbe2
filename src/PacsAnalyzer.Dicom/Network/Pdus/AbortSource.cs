namespace PacsAnalyzer.Dicom.Network;

/// <summary>Who aborted (PS3.8 section 9.3.8).</summary>
public enum AbortSource
{
    /// <summary>The application on the other side, or this one.</summary>
    ServiceUser = 0,

    /// <summary>The upper layer: something broke the protocol.</summary>
    ServiceProvider = 2,
}
