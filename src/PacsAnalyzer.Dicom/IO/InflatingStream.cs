using System.IO.Compression;

namespace PacsAnalyzer.Dicom;

/// <summary>Inflates (RFC 1951) up to a limit, so that a small file cannot become an endless one.</summary>
internal sealed class InflatingStream(Stream deflated, long limit, bool leaveOpen) : Stream
{
    private readonly DeflateStream _inner = new(deflated, CompressionMode.Decompress, leaveOpen);
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _inner.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw new DicomReadException(null, _position, "deflated data (RFC 1951)", "something else", error);
        }

        _position += read;
        return _position <= limit
            ? read
            : throw new DicomReadException(null, _position, $"at most {limit} bytes in a deflated data set", "more");
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
