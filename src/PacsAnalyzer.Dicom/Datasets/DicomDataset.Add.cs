namespace PacsAnalyzer.Dicom;

/// <content>Writing values. Where no VR is given, the dictionary's is taken; unknown elements and private ones need one.</content>
public sealed partial class DicomDataset
{
    /// <summary>Puts in an element of text; no value at all makes it empty.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params string?[]? values) =>
        Add(DicomElementFactory.Create(VRFor(tag), tag, values ?? [null]));

    /// <summary>Puts in an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params int[] values) =>
        Add(DicomElementFactory.Numbers(VRFor(tag, AnyNegative(values)), tag, values));

    /// <summary>Puts in an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params uint[] values) =>
        Add(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params short[] values) =>
        Add(DicomElementFactory.Numbers(VRFor(tag, AnyNegative(values)), tag, values));

    /// <summary>Puts in an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params ushort[] values) =>
        Add(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params long[] values) =>
        Add(DicomElementFactory.Numbers(VRFor(tag, AnyNegative(values)), tag, values));

    /// <summary>Puts in an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params ulong[] values) =>
        Add(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params float[] values) =>
        Add(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params double[] values) =>
        Add(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in an element of bytes, numbers little endian.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params byte[] value) => Add(new DicomElement(tag, BytesVRFor(tag), value));

    /// <summary>Puts in an element of tags.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params DicomTag[] values) => Add(DicomElementFactory.Create(VRFor(tag), tag, values));

    /// <summary>Puts in an element of UIDs.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params DicomUID[] values) => Add(tag, Array.ConvertAll(values, value => value.Uid));

    /// <summary>Puts in an element without a value; a sequence without items.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag) => Add(Empty(tag));

    /// <summary>Puts in an element, a sequence of items.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomTag tag, params DicomDataset[] items) => Add(new DicomSequence(tag, items));

    /// <summary>Puts in an element of text, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params string?[]? values) =>
        Add(DicomElementFactory.Create(vr, tag, values ?? [null]));

    /// <summary>Puts in an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params int[] values) =>
        Add(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params uint[] values) =>
        Add(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params short[] values) =>
        Add(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params ushort[] values) =>
        Add(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params long[] values) =>
        Add(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params ulong[] values) =>
        Add(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params float[] values) =>
        Add(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params double[] values) =>
        Add(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in an element of bytes, numbers little endian, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params byte[] value) => Add(new DicomElement(tag, vr, value));

    /// <summary>Puts in an element of tags, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params DicomTag[] values) => Add(DicomElementFactory.Create(vr, tag, values));

    /// <summary>Puts in an element of UIDs, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one already, or a value does not fit the VR.</exception>
    public DicomDataset Add(DicomVR vr, DicomTag tag, params DicomUID[] values) => Add(vr, tag, Array.ConvertAll(values, value => value.Uid));

    /// <summary>Puts in an element of a stated VR without a value; a sequence without items.</summary>
    /// <returns>This data set.</returns>
    public DicomDataset Add(DicomVR vr, DicomTag tag) => Add(Empty(vr, tag));
}
