using System.Buffers.Binary;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>
/// Which fragments of encapsulated pixel data make a frame (PS3.5 section A.4): by the extended offset table, the basic one, one
/// fragment a frame, or else by where a compressed picture begins.
/// </summary>
internal sealed class FragmentFrames
{
    private const int ItemHeader = 8;

    private readonly IReadOnlyList<IByteBuffer> _fragments;
    private readonly int[] _firstFragments;

    /// <summary>Finds the frames.</summary>
    /// <param name="item">The pixel data.</param>
    /// <param name="dataset">Where an extended offset table may be.</param>
    /// <param name="frames">How many there should be.</param>
    /// <exception cref="DicomCodecException">The fragments do not make so many frames.</exception>
    public FragmentFrames(DicomFragmentSequence item, DicomDataset dataset, int frames)
    {
        _fragments = item.Fragments;
        if (_fragments.Count < frames)
        {
            throw new DicomCodecException($"{_fragments.Count} fragments cannot hold {frames} frames");
        }

        _firstFragments = frames == 1 ? [0]
            : ByOffsets(Extended(dataset), frames)
            ?? ByOffsets([.. item.OffsetTable.Select(o => (long)o)], frames)
            ?? (_fragments.Count == frames ? [.. Enumerable.Range(0, frames)] : ByContent(frames));
    }

    /// <summary>The fragments of a frame, joined.</summary>
    /// <param name="frame">Which one, from 0.</param>
    /// <param name="limits">What it may ask for.</param>
    /// <param name="format">What it will be.</param>
    public byte[] Read(int frame, ImagingLimits limits, FrameFormat format)
    {
        int first = _firstFragments[frame];
        int end = frame + 1 < _firstFragments.Length ? _firstFragments[frame + 1] : _fragments.Count;
        long length = 0;
        for (int i = first; i < end; i++)
        {
            length += _fragments[i].Length;
        }

        limits.CheckExpansion(format, length);
        if (end == first + 1)
        {
            return _fragments[first].GetBytes();
        }

        var joined = new byte[length];
        int at = 0;
        for (int i = first; i < end; i++)
        {
            byte[] part = _fragments[i].GetBytes();
            part.CopyTo(joined, at);
            at += part.Length;
        }

        return joined;
    }

    private static long[] Extended(DicomDataset dataset)
    {
        byte[] bytes = dataset.GetDicomItem<DicomElement>(DicomTag.ExtendedOffsetTable)?.GetBytes() ?? [];
        var offsets = new long[bytes.Length / 8];
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8 * i));
        }

        return offsets;
    }

    // Null where the table is absent or points between fragments: some writers fill it wrongly, and the other ways still work.
    private int[]? ByOffsets(long[] offsets, int frames)
    {
        if (offsets.Length != frames)
        {
            return null;
        }

        var result = new int[frames];
        long at = 0;
        int fragment = 0;
        for (int i = 0; i < frames; i++)
        {
            while (fragment < _fragments.Count && at < offsets[i])
            {
                at += ItemHeader + _fragments[fragment++].Length;
            }

            if (fragment == _fragments.Count || at != offsets[i] || (i > 0 && fragment <= result[i - 1]))
            {
                return null;
            }

            result[i] = fragment;
        }

        return result[0] == 0 ? result : null;
    }

    private int[] ByContent(int frames)
    {
        var starts = new List<int>();
        for (int i = 0; i < _fragments.Count; i++)
        {
            if (BeginsPicture(_fragments[i]))
            {
                starts.Add(i);
            }
        }

        return starts.Count == frames && starts[0] == 0
            ? [.. starts]
            : throw new DicomCodecException($"{_fragments.Count} fragments with {starts.Count} beginnings of a picture and no valid offset table do not make {frames} frames");
    }

    // JPEG and JPEG-LS start of image; a JPEG 2000 codestream; a JP2 signature box.
    private static bool BeginsPicture(IByteBuffer fragment)
    {
        Span<byte> head = stackalloc byte[8];
        using Stream stream = fragment.OpenStream();
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return read >= 3 && ((head[0] == 0xFF && head[1] is 0xD8 or 0x4F && head[2] == 0xFF) || (read == 8 && head[4..].SequenceEqual("jP  "u8)));
    }
}
