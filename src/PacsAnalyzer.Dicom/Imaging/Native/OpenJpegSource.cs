using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A buffer as OpenJPEG's input stream; lives on the stack of the call that decodes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct OpenJpegSource
{
    private byte* _data;
    private long _length;
    private long _position;

    /// <summary>Begins at the buffer's start.</summary>
    /// <param name="data">The buffer; stays pinned.</param>
    /// <param name="length">Its length.</param>
    public OpenJpegSource(byte* data, long length)
    {
        _data = data;
        _length = length;
        _position = 0;
    }

    /// <summary>opj_stream_read_fn.</summary>
    [UnmanagedCallersOnly]
    public static nuint Read(byte* target, nuint wanted, OpenJpegSource* source)
    {
        long count = (long)Math.Min((ulong)(source->_length - source->_position), wanted);
        if (count <= 0)
        {
            return nuint.MaxValue;
        }

        Buffer.MemoryCopy(source->_data + source->_position, target, count, count);
        source->_position += count;
        return (nuint)count;
    }

    /// <summary>opj_stream_skip_fn.</summary>
    [UnmanagedCallersOnly]
    public static long Skip(long count, OpenJpegSource* source)
    {
        if (count < 0 || count > source->_length - source->_position)
        {
            return -1;
        }

        source->_position += count;
        return count;
    }

    /// <summary>opj_stream_seek_fn.</summary>
    [UnmanagedCallersOnly]
    public static int Seek(long position, OpenJpegSource* source)
    {
        if (position < 0 || position > source->_length)
        {
            return 0;
        }

        source->_position = position;
        return 1;
    }
}
