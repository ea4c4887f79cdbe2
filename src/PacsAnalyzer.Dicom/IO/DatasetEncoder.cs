namespace PacsAnalyzer.Dicom;

/// <summary>Writes data sets (PS3.5 chapter 7): sequences of undefined length, values padded to even lengths, no retired group lengths.</summary>
internal sealed class DatasetEncoder
{
    private readonly ByteSink _sink;
    private readonly ElementEncoding _encoding;

    internal DatasetEncoder(Stream stream, ElementEncoding encoding)
    {
        _encoding = encoding;
        _sink = new ByteSink(stream, encoding.IsBigEndian);
    }

    internal void Write(DicomDataset dataset)
    {
        // Command sets and file meta information are ASCII: they have no character set to switch.
        bool isPlain = dataset.Count == 0 || dataset[0].Tag.Group is 0 or 2;
        DicomCharacterSet characterSet = isPlain
            ? DicomCharacterSet.Default
            : WritingCharacterSet.Choose(dataset, DicomCharacterSet.Default);
        WriteItems(dataset, characterSet, DicomCharacterSet.Default);
        _sink.Flush();
    }

    private void WriteItems(DicomDataset dataset, DicomCharacterSet characterSet, DicomCharacterSet inherited)
    {
        // Stated anew where the text needs another one than the data set states or inherits.
        DicomElement? restated = characterSet.Equals(WritingCharacterSet.Stated(dataset) ?? inherited) ? null : StatementOf(characterSet);
        bool pending = restated is not null;
        for (int i = 0; i < dataset.Count; i++)
        {
            DicomItem item = dataset[i];
            if (pending && item.Tag >= DicomTag.SpecificCharacterSet)
            {
                WriteElement(restated!, characterSet);
                pending = false;
                if (item.Tag == DicomTag.SpecificCharacterSet)
                {
                    continue;
                }
            }

            if (item.Tag.IsGroupLength)
            {
                // Groups 0000 and 0002 have theirs counted by who writes them; all others are retired (PS3.5 section 7.2).
                if (item.Tag.Group is not (0 or 2))
                {
                    continue;
                }
            }

            WriteItem(item, characterSet);
        }

        if (pending)
        {
            WriteElement(restated!, characterSet);
        }
    }

    private static DicomElement StatementOf(DicomCharacterSet characterSet) => DicomElementFactory.Create(
        DicomVR.CS, DicomTag.SpecificCharacterSet, [.. characterSet.DefinedTerms]);

    private void WriteItem(DicomItem item, DicomCharacterSet characterSet)
    {
        switch (item)
        {
            case DicomElement element:
                WriteElement(element, characterSet);
                break;
            case DicomSequence sequence:
                WriteSequence(sequence, characterSet);
                break;
            case DicomFragmentSequence fragments:
                WriteFragments(fragments);
                break;
            default:
                throw new InvalidOperationException($"{item.GetType().Name} is no kind of item.");
        }
    }

    private void WriteElement(DicomElement element, DicomCharacterSet characterSet)
    {
        byte[]? transcoded = WritingCharacterSet.Transcode(element, characterSet);
        long length = transcoded?.Length ?? element.Length;
        bool isOdd = length % 2 != 0;
        WriteHeader(element.Tag, element.VR, length + (isOdd ? 1 : 0));
        if (transcoded is not null || element.Buffer.IsMemory)
        {
            _sink.Value(transcoded ?? element.GetBytes(), element.VR.UnitSize);
        }
        else
        {
            using Stream value = element.OpenStream();
            _sink.Value(value, element.VR.UnitSize);
        }

        if (isOdd)
        {
            _sink.Byte(element.VR.PaddingByte);
        }
    }

    private void WriteHeader(DicomTag tag, DicomVR vr, long length)
    {
        if (length > 0xFFFFFFFE)
        {
            throw new DicomDataException(tag, $"{length} bytes are more than a value may have");
        }

        _sink.Tag(tag);
        if (!_encoding.IsExplicit)
        {
            _sink.UInt32((uint)length);
            return;
        }

        // A value too long for 16 bits is written as UN (PS3.5 section 6.2.2).
        DicomVR written = vr.HasLongLength || length <= 0xFFFE ? vr : DicomVR.UN;
        _sink.Byte((byte)written.Code[0]);
        _sink.Byte((byte)written.Code[1]);
        if (written.HasLongLength)
        {
            _sink.UInt16(0);
            _sink.UInt32((uint)length);
        }
        else
        {
            _sink.UInt16((ushort)length);
        }
    }

    private void WriteUndefined(DicomTag tag, DicomVR vr)
    {
        _sink.Tag(tag);
        if (_encoding.IsExplicit)
        {
            _sink.Byte((byte)vr.Code[0]);
            _sink.Byte((byte)vr.Code[1]);
            _sink.UInt16(0);
        }

        _sink.UInt32(ElementHeader.Undefined);
    }

    private void WriteSequence(DicomSequence sequence, DicomCharacterSet characterSet)
    {
        if (sequence.Items.Count == 0)
        {
            WriteHeader(sequence.Tag, DicomVR.SQ, 0);
            return;
        }

        WriteUndefined(sequence.Tag, DicomVR.SQ);
        foreach (DicomDataset item in sequence.Items)
        {
            _sink.Tag(DicomTag.Item);
            _sink.UInt32(ElementHeader.Undefined);
            DicomCharacterSet own = WritingCharacterSet.Stated(item) is null ? characterSet : WritingCharacterSet.Choose(item, characterSet);
            WriteItems(item, own, characterSet);
            WriteDelimiter(DicomTag.ItemDelimitationItem);
        }

        WriteDelimiter(DicomTag.SequenceDelimitationItem);
    }

    private void WriteFragments(DicomFragmentSequence fragments)
    {
        WriteUndefined(fragments.Tag, fragments.VR);
        _sink.Tag(DicomTag.Item);
        _sink.UInt32((uint)fragments.OffsetTable.Count * 4);
        foreach (uint offset in fragments.OffsetTable)
        {
            _sink.UInt32(offset);
        }

        foreach (IByteBuffer fragment in fragments.Fragments)
        {
            bool isOdd = fragment.Length % 2 != 0;
            _sink.Tag(DicomTag.Item);
            _sink.UInt32((uint)(fragment.Length + (isOdd ? 1 : 0)));
            using Stream value = fragment.OpenStream();
            _sink.Value(value, 1);
            if (isOdd)
            {
                _sink.Byte(0);
            }
        }

        WriteDelimiter(DicomTag.SequenceDelimitationItem);
    }

    private void WriteDelimiter(DicomTag tag)
    {
        _sink.Tag(tag);
        _sink.UInt32(0);
    }
}
