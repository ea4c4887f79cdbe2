namespace PacsAnalyzer.Dicom;

/// <summary>An element with a value: its bytes, little endian whatever the syntax it came in, padded or not.</summary>
public sealed class DicomElement : DicomItem
{
    /// <summary>Makes an element of bytes.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="vr">The value representation; SQ takes <see cref="DicomSequence"/> instead.</param>
    /// <param name="buffer">The bytes, numbers little endian.</param>
    /// <param name="characterSet">How text is encoded in these bytes; the default repertoire where null.</param>
    public DicomElement(DicomTag tag, DicomVR vr, IByteBuffer buffer, DicomCharacterSet? characterSet = null)
        : base(tag, vr)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (vr == DicomVR.SQ)
        {
            throw new DicomDataException(tag, "a sequence is no element with a value: use DicomSequence");
        }

        Buffer = buffer;
        CharacterSet = characterSet ?? DicomCharacterSet.Default;
    }

    /// <summary>Makes an element of bytes in memory.</summary>
    public DicomElement(DicomTag tag, DicomVR vr, byte[] bytes, DicomCharacterSet? characterSet = null)
        : this(tag, vr, new MemoryByteBuffer(bytes), characterSet)
    {
    }

    /// <summary>The value's bytes, in memory or on disk.</summary>
    public IByteBuffer Buffer { get; }

    /// <summary>How text is encoded in these bytes; a writer re-encodes it where the data set states another character set.</summary>
    public DicomCharacterSet CharacterSet { get; }

    /// <summary>The value's length in bytes.</summary>
    public long Length => Buffer.Length;

    /// <summary>How many values there are; 0 where it is empty, 1 for one block of bytes or words.</summary>
    public int Count => DicomValues.Count(this);

    /// <summary>The value's bytes; do not change them.</summary>
    public byte[] GetBytes() => Buffer.GetBytes();

    /// <summary>A stream over the value's bytes, for large ones.</summary>
    public Stream OpenStream() => Buffer.OpenStream();

    /// <summary>All values as one text, backslashes between them, padding trimmed; numbers are written invariantly. Empty where there is no value.</summary>
    public string GetText() => DicomValues.Text(this);

    /// <summary>All values, converted: see <see cref="DicomDataset.GetValues{T}"/>.</summary>
    /// <exception cref="DicomDataException">A value cannot be read as T.</exception>
    public T[] GetValues<T>()
        where T : notnull => DicomValues.Read<T>(this);

    /// <inheritdoc/>
    public override DicomItem Clone() => new DicomElement(Tag, VR, Buffer, CharacterSet);
}
