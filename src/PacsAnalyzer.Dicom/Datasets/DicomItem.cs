namespace PacsAnalyzer.Dicom;

/// <summary>One entry of a data set: an element with a value, a sequence, or encapsulated pixel data.</summary>
public abstract class DicomItem
{
    private protected DicomItem(DicomTag tag, DicomVR vr)
    {
        ArgumentNullException.ThrowIfNull(vr);
        Tag = tag;
        VR = vr;
    }

    /// <summary>The tag.</summary>
    public DicomTag Tag { get; }

    /// <summary>The value representation.</summary>
    public DicomVR VR { get; }

    /// <summary>A copy that shares value bytes, which nobody changes, but no list.</summary>
    public abstract DicomItem Clone();

    /// <summary>Tag, VR and keyword.</summary>
    public override string ToString() => $"{Tag} {VR} {Tag.Keyword}".TrimEnd();
}
