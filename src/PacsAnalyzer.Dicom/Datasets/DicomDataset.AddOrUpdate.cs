namespace PacsAnalyzer.Dicom;

/// <content>Writing values. Where no VR is given, the dictionary's is taken; unknown elements and private ones need one.</content>
public sealed partial class DicomDataset
{
    /// <summary>Puts in or replaces an element of text; no value at all makes it empty.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params string?[]? values) =>
        AddOrUpdate(DicomElementFactory.Create(VRFor(tag), tag, values ?? [null]));

    /// <summary>Puts in or replaces an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params int[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(VRFor(tag, AnyNegative(values)), tag, values));

    /// <summary>Puts in or replaces an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params uint[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in or replaces an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params short[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(VRFor(tag, AnyNegative(values)), tag, values));

    /// <summary>Puts in or replaces an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params ushort[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in or replaces an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params long[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(VRFor(tag, AnyNegative(values)), tag, values));

    /// <summary>Puts in or replaces an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params ulong[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in or replaces an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params float[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in or replaces an element of numbers.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params double[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(VRFor(tag, false), tag, values));

    /// <summary>Puts in or replaces an element of bytes, numbers little endian.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params byte[] value) => AddOrUpdate(new DicomElement(tag, BytesVRFor(tag), value));

    /// <summary>Puts in or replaces an element of tags.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params DicomTag[] values) => AddOrUpdate(DicomElementFactory.Create(VRFor(tag), tag, values));

    /// <summary>Puts in or replaces an element of UIDs.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params DicomUID[] values) => AddOrUpdate(tag, Array.ConvertAll(values, value => value.Uid));

    /// <summary>Puts in or replaces an element without a value; a sequence without items.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag) => AddOrUpdate(Empty(tag));

    /// <summary>Puts in or replaces an element, a sequence of items.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomTag tag, params DicomDataset[] items) => AddOrUpdate(new DicomSequence(tag, items));

    /// <summary>Puts in or replaces an element of text, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params string?[]? values) =>
        AddOrUpdate(DicomElementFactory.Create(vr, tag, values ?? [null]));

    /// <summary>Puts in or replaces an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params int[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in or replaces an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params uint[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in or replaces an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params short[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in or replaces an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params ushort[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in or replaces an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params long[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in or replaces an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params ulong[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in or replaces an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params float[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in or replaces an element of numbers, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params double[] values) =>
        AddOrUpdate(DicomElementFactory.Numbers(vr, tag, values));

    /// <summary>Puts in or replaces an element of bytes, numbers little endian, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params byte[] value) => AddOrUpdate(new DicomElement(tag, vr, value));

    /// <summary>Puts in or replaces an element of tags, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params DicomTag[] values) => AddOrUpdate(DicomElementFactory.Create(vr, tag, values));

    /// <summary>Puts in or replaces an element of UIDs, of a stated VR.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">A value does not fit the VR.</exception>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag, params DicomUID[] values) => AddOrUpdate(vr, tag, Array.ConvertAll(values, value => value.Uid));

    /// <summary>Puts in or replaces an element of a stated VR without a value; a sequence without items.</summary>
    /// <returns>This data set.</returns>
    public DicomDataset AddOrUpdate(DicomVR vr, DicomTag tag) => AddOrUpdate(Empty(vr, tag));
}
