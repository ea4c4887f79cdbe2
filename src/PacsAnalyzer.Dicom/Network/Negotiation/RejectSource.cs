namespace PacsAnalyzer.Dicom.Network;

/// <summary>Who rejected (PS3.8 table 9-21).</summary>
public enum RejectSource
{
    /// <summary>The application.</summary>
    ServiceUser = 1,

    /// <summary>The provider, association control.</summary>
    ServiceProviderAcse = 2,

    /// <summary>The provider, presentation.</summary>
    ServiceProviderPresentation = 3,
}
