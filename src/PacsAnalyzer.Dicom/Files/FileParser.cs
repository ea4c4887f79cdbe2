namespace PacsAnalyzer.Dicom;

/// <summary>Reads files (PS3.10 section 7.1): preamble, file meta information, data set.</summary>
internal sealed class FileParser(DicomReadOptions options)
{
    private const int PreambleLength = 128;

    internal DicomFile Parse(Stream stream, string? path)
    {
        long start = stream.CanSeek ? stream.Position : 0;
        ByteSource source = new(stream) { RangeFactory = Ranges(path, start) };
        DatasetParser parser = new(source, options);
        bool hasPreamble = SkipPreamble(source);
        DicomDataset meta = parser.ReadMeta();
        if (meta.Count == 0 && !options.Forgives(DicomLeniency.MissingMetaInformation))
        {
            throw new DicomReadException(DicomTag.FileMetaInformationGroupLength, source.Position, "file meta information", "none");
        }

        (DicomTransferSyntax syntax, ElementEncoding encoding) = Syntax(meta, source, hasPreamble);
        if (!syntax.IsDeflated)
        {
            return new DicomFile(meta, parser.ReadDataset(encoding), syntax);
        }

        return new DicomFile(meta, ReadDeflated(stream, source, syntax, path, start), syntax);
    }

    private static Func<long, long, IByteBuffer>? Ranges(string? path, long start) =>
        path is null ? null : (position, length) => new FileRangeByteBuffer(path, start + position, length);

    private DicomDataset ReadDeflated(Stream stream, ByteSource source, DicomTransferSyntax syntax, string? path, long start)
    {
        long dataset = source.Position;
        Stream deflated = stream;
        if (stream.CanSeek)
        {
            stream.Position = start + dataset;
        }
        else
        {
            deflated = new SourceStream(source);
        }

        using InflatingStream inflated = new(deflated, options.Limits.MaxInflatedBytes, leaveOpen: true);
        ByteSource inner = new(inflated)
        {
            RangeFactory = path is null ? null : (position, length) => new InflatedRangeByteBuffer(path, start + dataset, position, length),
        };
        return new DatasetParser(inner, options).ReadDataset(ElementEncoding.Of(syntax));
    }

    private bool SkipPreamble(ByteSource source)
    {
        ReadOnlySpan<byte> bytes = source.Peek(PreambleLength + 4);
        if (bytes.Length >= PreambleLength + 4 && bytes.Slice(PreambleLength, 4).SequenceEqual("DICM"u8))
        {
            source.Advance(PreambleLength + 4);
            return true;
        }

        if (options.Forgives(DicomLeniency.MissingPreamble))
        {
            if (bytes.StartsWith("DICM"u8))
            {
                source.Advance(4);
                return true;
            }

            if (SyntaxGuess.LooksLikeDataset(bytes, source.Length))
            {
                return false;
            }
        }

        string found = bytes.Length == 0 ? "an empty file" : bytes.Length < PreambleLength + 4 ? $"a file of {bytes.Length} bytes" : "something else: this is no DICOM file";
        throw new DicomReadException(null, PreambleLength, "'DICM' after a preamble of 128 bytes", found);
    }

    private (DicomTransferSyntax Syntax, ElementEncoding Encoding) Syntax(DicomDataset meta, ByteSource source, bool hasPreamble)
    {
        long offset = source.Position;
        ReadOnlySpan<byte> first = source.Peek(8);
        DicomTransferSyntax? shown = SyntaxGuess.Of(first, source.Length - offset);
        string? uid = meta.GetString(DicomTag.TransferSyntaxUID);
        if (uid is null)
        {
            bool forgiven = options.Forgives(DicomLeniency.MissingTransferSyntax) || (!hasPreamble && meta.Count == 0);
            return forgiven && first.Length >= 8 && shown is not null
                ? (shown, ElementEncoding.Of(shown))
                : throw new DicomReadException(DicomTag.TransferSyntaxUID, offset, "a transfer syntax", "none, and no element that shows one");
        }

        DicomTransferSyntax syntax = DicomTransferSyntax.Lookup(uid)
            ?? throw new DicomReadException(DicomTag.TransferSyntaxUID, offset, "a transfer syntax of PS3.6 table A-1", $"'{Shortened(uid)}'");
        if (syntax.IsDeflated || first.Length < 8 || shown is null || (shown.IsExplicitVR == syntax.IsExplicitVR && shown.IsBigEndian == syntax.IsBigEndian))
        {
            return (syntax, ElementEncoding.Of(syntax));
        }

        if (!options.Forgives(DicomLeniency.WrongTransferSyntax))
        {
            throw new DicomReadException(DicomTag.TransferSyntaxUID, offset, $"a data set in {syntax}", $"one in {shown}");
        }

        // What the pixels are compressed with is still what the file says.
        return (syntax.IsEncapsulated ? syntax : shown, ElementEncoding.Of(shown));
    }

    private static string Shortened(string text) => text.Length <= 64 ? text : string.Concat(text.AsSpan(0, 64), "...");
}
