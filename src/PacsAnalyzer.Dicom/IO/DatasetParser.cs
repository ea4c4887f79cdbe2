using System.Globalization;

namespace PacsAnalyzer.Dicom;

/// <summary>Parses data sets from bytes that may be hostile: no length is believed before it is checked, depth and
/// counts are limited, values that are large stay where they are.</summary>
internal sealed class DatasetParser
{
    private readonly ByteSource _source;
    private readonly DicomReadOptions _options;
    private readonly HeaderReader _headers;
    private readonly ValueReader _values;
    private int _elements;

    internal DatasetParser(ByteSource source, DicomReadOptions options)
    {
        _source = source;
        _options = options;
        _headers = new HeaderReader(source, options);
        _values = new ValueReader(source, options);
    }

    /// <summary>Reads the file meta information: explicit VR little endian, as long as the group is 0002 (PS3.10 section 7.1).</summary>
    internal DicomDataset ReadMeta()
    {
        DicomDataset meta = new();
        ReadItems(meta, ElementEncoding.ExplicitLittle, new Frame(long.MaxValue, 0, FrameKind.Meta), DicomCharacterSet.Default);
        return meta;
    }

    /// <summary>Reads a data set up to the end of the bytes, or up to pixel data where the options say so.</summary>
    internal DicomDataset ReadDataset(ElementEncoding encoding)
    {
        DicomDataset dataset = new();
        ReadItems(dataset, encoding, new Frame(long.MaxValue, 0, FrameKind.Top), DicomCharacterSet.Default);
        return dataset;
    }

    private void ReadItems(DicomDataset target, ElementEncoding encoding, Frame frame, DicomCharacterSet characterSet)
    {
        UnorderedItems unordered = new();
        while (_source.Position < frame.End)
        {
            if (_headers.PeekTag(encoding) is not { } tag)
            {
                EndOfBytes(frame);
                break;
            }

            if (Ends(tag, frame, encoding, target))
            {
                break;
            }

            if (tag.Group == 0xFFFE)
            {
                SkipStray(tag, encoding);
                continue;
            }

            ElementHeader header = _headers.Read(encoding, target, frame.End);
            CountElement(header.Tag, header.Offset);
            DicomItem item = ReadItem(header, target, encoding, frame, characterSet);
            if (tag == DicomTag.SpecificCharacterSet && item is DicomElement stated)
            {
                characterSet = DicomCharacterSet.Of(stated.GetValues<string>());
            }

            unordered.Put(target, item, header.Offset, _options);
        }

        if (_source.Position > frame.End)
        {
            throw new DicomReadException(frame.Sequence, _source.Position, Number("the item's end at byte ", frame.End), "an element that goes past it");
        }

        unordered.Merge(target, _options);
    }

    /// <summary>Whether the data set ends before this tag; a delimiter that ends it is consumed.</summary>
    private bool Ends(DicomTag tag, Frame frame, ElementEncoding encoding, DicomDataset target)
    {
        switch (frame.Kind)
        {
            case FrameKind.Meta:
                return tag.Group != 2;
            case FrameKind.Top when _options.StopAtPixelData && tag.Group >= 0x7FE0 && tag.Group != 0xFFFE:
                return true;
            case FrameKind.Top when tag.Value == 0 && target.Count > 0:
                // Zeros that fill up a file; a real command group would have been the first.
                if (!_options.Forgives(DicomLeniency.TrailingData))
                {
                    throw new DicomReadException(tag, _source.Position, "an element or the end", "zeros");
                }

                return true;
            case FrameKind.UndefinedItem when tag == DicomTag.ItemDelimitationItem:
                _headers.ReadDelimiter(encoding);
                return true;
            case FrameKind.UndefinedItem when tag == DicomTag.SequenceDelimitationItem && _options.Forgives(DicomLeniency.StrayDelimiter):
                return true;
            default:
                return false;
        }
    }

    private void EndOfBytes(Frame frame)
    {
        int left = _source.Peek(8).Length;
        if (frame.End != long.MaxValue)
        {
            throw new DicomReadException(frame.Sequence, _source.Position, Number("an item up to byte ", frame.End), left == 0 ? "the end" : $"{left} bytes");
        }

        if (frame.Kind == FrameKind.UndefinedItem && !_options.Forgives(DicomLeniency.UnterminatedSequence))
        {
            throw new DicomReadException(frame.Sequence, _source.Position, "the end of the item", "the end of the bytes");
        }

        if (left > 0 && !_options.Forgives(DicomLeniency.TrailingData))
        {
            throw new DicomReadException(frame.Sequence, _source.Position, "an element's header of 8 bytes or the end", $"{left} bytes");
        }

        _source.Advance(left);
    }

    private void SkipStray(DicomTag tag, ElementEncoding encoding)
    {
        long offset = _source.Position;
        ElementHeader header = _headers.ReadDelimiter(encoding);
        bool isDelimiter = tag == DicomTag.ItemDelimitationItem || tag == DicomTag.SequenceDelimitationItem;
        if (!isDelimiter || header.Length != 0 || !_options.Forgives(DicomLeniency.StrayDelimiter))
        {
            throw new DicomReadException(tag, offset, "an element", "an item or delimiter outside a sequence");
        }

        CountElement(tag, offset);
    }

    private DicomItem ReadItem(ElementHeader header, DicomDataset target, ElementEncoding encoding, Frame frame, DicomCharacterSet characterSet)
    {
        if (header.IsUndefined)
        {
            if (header.Tag == DicomTag.PixelData && header.VR != DicomVR.SQ)
            {
                return ReadFragments(header, encoding);
            }

            if (header.VR != DicomVR.SQ && header.VR != DicomVR.UN)
            {
                throw new DicomReadException(header.Tag, header.Offset, $"a length for {header.VR}", "an undefined length");
            }

            // UN of undefined length is a sequence in implicit VR little endian (PS3.5 section 6.2.2).
            ElementEncoding inner = header.VR == DicomVR.UN ? ElementEncoding.ImplicitLittle : encoding;
            return ReadSequence(header, target, inner, frame, long.MaxValue, characterSet);
        }

        if (header.VR == DicomVR.SQ)
        {
            long end = CheckedEnd(header, frame.End);
            return ReadSequence(header, target, encoding, frame, end, characterSet);
        }

        if (header.Length > frame.End - _source.Position)
        {
            throw new DicomReadException(
                header.Tag, header.Offset, Number("a value of at most ", frame.End - _source.Position) + " bytes in its item", Number("", header.Length));
        }

        if (header.VR == DicomVR.UN && header.Tag.DictionaryEntry is not null)
        {
            return ReadKnownUnknown(header, target, characterSet, frame);
        }

        return _values.Read(header, header.VR, encoding, characterSet);
    }

    /// <summary>UN of a tag that the dictionary knows: what it says is taken, in implicit VR little endian, where the value bears it out.</summary>
    private DicomItem ReadKnownUnknown(ElementHeader header, DicomDataset target, DicomCharacterSet characterSet, Frame frame)
    {
        DicomVR vr = target.ChooseVR(header.Tag) ?? DicomVR.UN;
        DicomElement element = _values.Read(header, vr == DicomVR.SQ ? DicomVR.UN : vr, ElementEncoding.ImplicitLittle, characterSet);
        if (vr != DicomVR.SQ || !element.Buffer.IsMemory)
        {
            return element;
        }

        byte[] bytes = element.GetBytes();
        DatasetParser inner = new(new ByteSource(bytes, 0, bytes.Length), _options) { _elements = _elements };
        try
        {
            ElementHeader sequence = header with { VR = DicomVR.SQ };
            DicomItem parsed = inner.ReadSequence(sequence, target, ElementEncoding.ImplicitLittle, frame, bytes.Length, characterSet);
            _elements = inner._elements;
            return parsed;
        }
        catch (DicomReadException)
        {
            // Some other encoding: the bytes are kept as they are.
            return element;
        }
    }

    private DicomSequence ReadSequence(
        ElementHeader header, DicomDataset target, ElementEncoding encoding, Frame frame, long end, DicomCharacterSet characterSet)
    {
        int depth = frame.Depth + 1;
        if (depth > _options.Limits.MaxDepth)
        {
            throw new DicomReadException(header.Tag, header.Offset, Number("at most ", _options.Limits.MaxDepth) + " nested sequences", "one more");
        }

        DicomSequence sequence = new(header.Tag) { OwnerDataset = target };
        while (_source.Position < end)
        {
            long offset = _source.Position;
            if (_headers.PeekTag(encoding) is not { } tag)
            {
                if (end != long.MaxValue || !_options.Forgives(DicomLeniency.UnterminatedSequence))
                {
                    throw new DicomReadException(header.Tag, offset, "an item or the sequence's end", "the end of the bytes");
                }

                _source.Advance(_source.Peek(8).Length);
                break;
            }

            if (tag == DicomTag.SequenceDelimitationItem)
            {
                _headers.ReadDelimiter(encoding);
                if (end != long.MaxValue && !_options.Forgives(DicomLeniency.StrayDelimiter))
                {
                    throw new DicomReadException(header.Tag, offset, "an item", "a delimiter in a sequence of stated length");
                }

                if (end == long.MaxValue)
                {
                    break;
                }

                continue;
            }

            if (tag != DicomTag.Item)
            {
                throw new DicomReadException(header.Tag, offset, "an item (FFFE,E000) or the sequence's end", tag.ToString());
            }

            ElementHeader item = _headers.ReadDelimiter(encoding);
            CountElement(header.Tag, offset);
            DicomDataset dataset = new();
            sequence.Items.Add(dataset);
            Frame inner = item.IsUndefined
                ? new Frame(long.MaxValue, depth, FrameKind.UndefinedItem, header.Tag)
                : new Frame(CheckedEnd(item with { Tag = header.Tag }, end), depth, FrameKind.Item, header.Tag);
            ReadItems(dataset, encoding, inner, characterSet);
        }

        if (_source.Position > end)
        {
            throw new DicomReadException(header.Tag, _source.Position, Number("the sequence's end at byte ", end), "an item that goes past it");
        }

        return sequence;
    }

    private DicomFragmentSequence ReadFragments(ElementHeader header, ElementEncoding encoding)
    {
        List<IByteBuffer> fragments = [];
        uint[]? offsets = null;
        while (true)
        {
            long offset = _source.Position;
            if (_headers.PeekTag(encoding) is not { } tag)
            {
                if (!_options.Forgives(DicomLeniency.UnterminatedSequence) || offsets is null)
                {
                    throw new DicomReadException(header.Tag, offset, "a fragment or the end of the pixel data", "the end of the bytes");
                }

                _source.Advance(_source.Peek(8).Length);
                break;
            }

            if (tag != DicomTag.Item && tag != DicomTag.SequenceDelimitationItem)
            {
                throw new DicomReadException(header.Tag, offset, "a fragment (FFFE,E000) or the end of the pixel data", tag.ToString());
            }

            ElementHeader item = _headers.ReadDelimiter(encoding);
            if (tag == DicomTag.SequenceDelimitationItem)
            {
                break;
            }

            CountElement(header.Tag, offset);
            ElementHeader fragment = item with { Tag = header.Tag };
            if (item.IsUndefined)
            {
                throw new DicomReadException(header.Tag, offset, "a fragment of stated length", "an undefined length");
            }

            if (offsets is null)
            {
                offsets = _values.ReadOffsets(fragment);
            }
            else
            {
                fragments.Add(_values.ReadFragment(fragment));
            }
        }

        return new DicomFragmentSequence(header.Tag, header.VR == DicomVR.UN ? DicomVR.OB : header.VR, offsets ?? [], fragments);
    }

    /// <summary>Where something of a stated length ends, if that is within what holds it.</summary>
    private long CheckedEnd(ElementHeader header, long outer)
    {
        long limit = Math.Min(outer, _source.Length ?? long.MaxValue);
        if (header.Length > limit - _source.Position)
        {
            throw new DicomReadException(
                header.Tag, header.Offset, Number("a length of at most ", Math.Max(0, limit - _source.Position)), Number("", header.Length));
        }

        return _source.Position + header.Length;
    }

    private void CountElement(DicomTag tag, long offset)
    {
        if (++_elements > _options.Limits.MaxElements)
        {
            throw new DicomReadException(tag, offset, Number("at most ", _options.Limits.MaxElements) + " elements", "more");
        }
    }

    private static string Number(string text, long number) => text + number.ToString(CultureInfo.InvariantCulture);
}
