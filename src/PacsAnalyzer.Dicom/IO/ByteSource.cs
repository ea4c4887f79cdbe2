namespace PacsAnalyzer.Dicom;

/// <summary>Bytes to parse, from memory or a stream, through one buffer, with the position and, where it is known, the end.</summary>
internal sealed class ByteSource
{
    private const int BufferSize = 32 * 1024;
    private const int ChunkSize = 1024 * 1024;

    private readonly Stream? _stream;
    private readonly byte[] _buffer;
    private long _bufferPosition;
    private int _start;
    private int _end;

    internal ByteSource(byte[] bytes, int start, int count)
    {
        _buffer = bytes;
        _start = start;
        _end = start + count;
        _bufferPosition = -start;
        Length = count;
    }

    /// <summary>Reads a stream from where it stands; positions count from there.</summary>
    internal ByteSource(Stream stream)
    {
        _stream = stream;
        _buffer = new byte[BufferSize];
        Length = stream.CanSeek ? stream.Length - stream.Position : null;
    }

    /// <summary>The position of the next byte.</summary>
    internal long Position => _bufferPosition + _start;

    /// <summary>Where the bytes end; null for a stream that does not say.</summary>
    internal long? Length { get; }

    /// <summary>Makes values that stay where they are, from position and length; null where they cannot.</summary>
    internal Func<long, long, IByteBuffer>? RangeFactory { get; init; }

    /// <summary>The bytes that are buffered, at least as many as asked for unless the end comes first.</summary>
    internal ReadOnlySpan<byte> Peek(int count)
    {
        Fill(count);
        return _buffer.AsSpan(_start, _end - _start);
    }

    /// <summary>Goes past bytes that <see cref="Peek"/> has shown.</summary>
    internal void Advance(int count) => _start += count;

    /// <summary>Goes past bytes; false where there are not so many.</summary>
    internal bool TrySkip(long count)
    {
        if (Length is { } length && count > length - Position)
        {
            return false;
        }

        int buffered = (int)Math.Min(count, _end - _start);
        _start += buffered;
        count -= buffered;
        if (count > 0 && _stream is { CanSeek: true })
        {
            _stream.Seek(count, SeekOrigin.Current);
            _bufferPosition += _end + count;
            _start = _end = 0;
            return true;
        }

        while (count > 0)
        {
            int available = Peek(1).Length;
            if (available == 0)
            {
                return false;
            }

            int step = (int)Math.Min(count, available);
            _start += step;
            count -= step;
        }

        return true;
    }

    /// <summary>Reads a value. Where the end is not known, memory grows with what has come, never with what was promised.</summary>
    /// <returns>As many bytes as there were, up to the count.</returns>
    internal byte[] ReadUpTo(long count)
    {
        if (Length is { } length)
        {
            count = Math.Min(count, length - Position);
        }

        if (count == 0)
        {
            return [];
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)(Length is null ? Math.Min(count, ChunkSize) : count));
        int filled = 0;
        while (true)
        {
            int read = ReadInto(bytes.AsSpan(filled));
            filled += read;
            if (read == 0)
            {
                return bytes.AsSpan(0, filled).ToArray();
            }

            if (filled == count)
            {
                return bytes;
            }

            if (filled == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(count, bytes.Length * 2L));
            }
        }
    }

    private int ReadInto(Span<byte> target)
    {
        if (_start == _end && target.Length >= _buffer.Length && _stream is not null)
        {
            int direct = _stream.Read(target);
            _bufferPosition += _end + direct;
            _start = _end = 0;
            return direct;
        }

        int count = Math.Min(target.Length, Peek(1).Length);
        _buffer.AsSpan(_start, count).CopyTo(target);
        _start += count;
        return count;
    }

    private void Fill(int count)
    {
        if (_end - _start >= count || _stream is null)
        {
            return;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _bufferPosition += _start;
        _end -= _start;
        _start = 0;
        while (_end < count)
        {
            int read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                return;
            }

            _end += read;
        }
    }
}
