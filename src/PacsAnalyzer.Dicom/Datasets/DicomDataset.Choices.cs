namespace PacsAnalyzer.Dicom;

/// <content>Which VR an element gets where the dictionary leaves a choice.</content>
public sealed partial class DicomDataset
{
    /// <summary>Reserves a block for a private creator, or finds the one it has (PS3.5 section 7.8.1).</summary>
    /// <param name="group">The group, odd.</param>
    /// <param name="creator">The creator's name.</param>
    /// <param name="element">The last byte of the element number.</param>
    /// <returns>The tag to use.</returns>
    /// <exception cref="DicomDataException">The group is even or all blocks are taken.</exception>
    public DicomTag ReservePrivateTag(ushort group, string creator, byte element)
    {
        if (TryGetPrivateTag(group, creator, element, out DicomTag tag))
        {
            return tag;
        }

        for (int block = 0x10; block <= 0xFF; block++)
        {
            DicomTag reservation = new(group, (ushort)block);
            if (reservation.IsPrivate && !Contains(reservation))
            {
                AddOrUpdate(DicomVR.LO, reservation, creator);
                return new DicomTag(group, (ushort)((block << 8) | element));
            }
        }

        throw new DicomDataException(new DicomTag(group, 0), "has no private block left, or is no private group");
    }

    /// <summary>The VR of an element in this data set, as an implicit VR reader or a writer without a stated VR has to choose it (PS3.5 annex A.1, A.2).</summary>
    internal DicomVR? ChooseVR(DicomTag tag, bool negative = false)
    {
        if (tag.IsPrivateCreator)
        {
            return DicomVR.LO;
        }

        if (tag.IsGroupLength)
        {
            return DicomVR.UL;
        }

        IReadOnlyList<DicomVR>? vrs = tag.DictionaryEntry?.ValueRepresentations;
        if (vrs is null || vrs.Count == 0)
        {
            return null;
        }

        if (vrs.Count == 1)
        {
            return vrs[0];
        }

        // "US or SS", by the pixels' own sign; LUT data that may be OW too are words, which holds for every length.
        if (vrs.Contains(DicomVR.OW))
        {
            return DicomVR.OW;
        }

        return negative || IsSigned() ? DicomVR.SS : DicomVR.US;
    }

    private static bool AnyNegative(int[] values) => Array.Exists(values, value => value < 0);

    private static bool AnyNegative(short[] values) => Array.Exists(values, value => value < 0);

    private static bool AnyNegative(long[] values) => Array.Exists(values, value => value < 0);

    private DicomVR VRFor(DicomTag tag, bool negative = false) => ChooseVR(tag, negative)
        ?? throw new DicomDataException(tag, "is not in the dictionary: state its VR");

    private DicomVR BytesVRFor(DicomTag tag)
    {
        DicomVR vr = VRFor(tag);
        bool bytes = vr == DicomVR.OW
            && tag.DictionaryEntry!.ValueRepresentations.Contains(DicomVR.OB)
            && GetSingleValueOrDefault(DicomTag.BitsAllocated, 8) <= 8;
        return bytes ? DicomVR.OB : vr;
    }

    private DicomItem Empty(DicomTag tag) => Empty(VRFor(tag), tag);

    private static DicomItem Empty(DicomVR vr, DicomTag tag) =>
        vr == DicomVR.SQ ? new DicomSequence(tag) : new DicomElement(tag, vr, MemoryByteBuffer.Empty);

    private bool IsSigned()
    {
        for (DicomDataset? dataset = this; dataset is not null; dataset = dataset.Parent)
        {
            if (dataset.TryGetSingleValue(DicomTag.PixelRepresentation, out int representation))
            {
                return representation == 1;
            }
        }

        return false;
    }
}
