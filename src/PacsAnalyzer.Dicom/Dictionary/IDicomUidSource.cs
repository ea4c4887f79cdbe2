namespace PacsAnalyzer.Dicom;

/// <summary>Where new UIDs come from, injected so that tests can foresee them.</summary>
public interface IDicomUidSource
{
    /// <summary>A UID that nobody has used.</summary>
    string Next();
}
