namespace PacsAnalyzer.Dicom;

/// <summary>Encapsulated pixel data (PS3.5 section A.4): a basic offset table and fragments.</summary>
public sealed class DicomFragmentSequence : DicomItem
{
    /// <summary>Makes encapsulated pixel data.</summary>
    /// <param name="tag">Usually (7FE0,0010).</param>
    /// <param name="vr">OB; some files say OW.</param>
    /// <param name="offsetTable">Where each frame begins, in bytes from the first fragment's item tag; may be empty.</param>
    /// <param name="fragments">The fragments in order.</param>
    public DicomFragmentSequence(DicomTag tag, DicomVR vr, IReadOnlyList<uint> offsetTable, IReadOnlyList<IByteBuffer> fragments)
        : base(tag, vr)
    {
        ArgumentNullException.ThrowIfNull(offsetTable);
        ArgumentNullException.ThrowIfNull(fragments);
        OffsetTable = offsetTable;
        Fragments = fragments;
    }

    /// <summary>The basic offset table; empty where there is none.</summary>
    public IReadOnlyList<uint> OffsetTable { get; }

    /// <summary>The fragments, without their item headers.</summary>
    public IReadOnlyList<IByteBuffer> Fragments { get; }

    /// <inheritdoc/>
    public override DicomItem Clone() => new DicomFragmentSequence(Tag, VR, OffsetTable, Fragments);
}
