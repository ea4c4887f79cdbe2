using System.Diagnostics;
using System.IO.Compression;

namespace PacsAnalyzer.Dicom.Tests.IO;

/// <summary>What a stranger sends costs no more than the limits say.</summary>
[Collection(TimedTests.Name)]
public sealed class HostileInputTests
{
    private static readonly DicomTransferSyntax Explicit = DicomTransferSyntax.ExplicitVRLittleEndian;

    [Theory]
    [InlineData("10 00 10 00 55 54 00 00 FE FF FF 7F 41 42")] // UT of 2 GiB
    [InlineData("E0 7F 10 00 4F 57 00 00 FE FF FF FF 41 42")] // OW of 4 GiB
    [InlineData("E0 7F 10 00 4F 42 00 00 FF FF FF FF FE FF 00 E0 FC FF FF FF 00 00")] // offset table of 4 GiB
    [InlineData("08 00 40 11 53 51 00 00 FE FF FF FF FE FF 00 E0")] // sequence of 4 GiB
    [InlineData("08 00 40 11 53 51 00 00 FF FF FF FF FE FF 00 E0 FE FF FF 7F")] // item of 2 GiB
    public void A_length_beyond_the_end_allocates_nothing(string hex)
    {
        byte[] bytes = Hex.Of(hex);
        Refused(() => DicomDatasetReader.Read(bytes, Explicit)).Tag.ShouldNotBeNull();
        using TricklingStream stream = new(bytes);
        Refused(() => DicomDatasetReader.Read(stream, Explicit)).Tag.ShouldNotBeNull();
    }

    [Fact]
    public void Sequences_nest_no_deeper_than_the_limit()
    {
        using MemoryStream stream = new();
        for (int i = 0; i < 100_000; i++)
        {
            stream.Write(Hex.Of("08 00 40 11 53 51 00 00 FF FF FF FF FE FF 00 E0 FF FF FF FF"));
        }

        DicomReadException error = Refused(() => DicomDatasetReader.Read(stream.ToArray(), Explicit), 4);
        error.Tag.ShouldBe(DicomTag.ReferencedImageSequence);
        error.Offset.ShouldBe(64 * 20);
    }

    [Theory]
    [InlineData("FE FF 00 E0 00 00 00 00", "08 00 40 11 53 51 00 00 FF FF FF FF")] // empty items
    [InlineData("FE FF 00 E0 00 00 00 00", "E0 7F 10 00 4F 42 00 00 FF FF FF FF")] // empty fragments
    [InlineData("FE FF DD E0 00 00 00 00", "10 00 10 00 50 4E 00 00")] // stray delimiters
    public void Things_without_content_are_counted(string repeated, string start)
    {
        using MemoryStream stream = new();
        stream.Write(Hex.Of(start));
        for (int i = 0; i < 2000; i++)
        {
            stream.Write(Hex.Of(repeated));
        }

        DicomReadOptions options = new() { Limits = new DicomReadLimits { MaxElements = 1000 } };
        Refused(() => DicomDatasetReader.Read(stream.ToArray(), Explicit, options)).Expected.ShouldContain("1000");
    }

    [Fact]
    public void Elements_in_reverse_order_take_no_quadratic_time()
    {
        using MemoryStream stream = new();
        Span<byte> element = stackalloc byte[8];
        for (int i = 200_000; i > 0; i--)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16LittleEndian(element, (ushort)(0x0011 + (i >> 16 << 1)));
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16LittleEndian(element[2..], (ushort)i);
            "LO"u8.CopyTo(element[4..]);
            stream.Write(element);
        }

        Stopwatch watch = Stopwatch.StartNew();
        DicomDatasetReader.Read(stream.ToArray(), Explicit).Count.ShouldBe(200_000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_deflate_bomb_stops_at_the_limit()
    {
        byte[] bomb = Bomb(64 << 20);
        bomb.Length.ShouldBeLessThan(1 << 20);
        DicomReadOptions options = new() { Limits = new DicomReadLimits { MaxInflatedBytes = 8 << 20 } };

        long before = GC.GetAllocatedBytesForCurrentThread();
        DicomReadException error = Should.Throw<DicomReadException>(
            () => DicomDatasetReader.Read(bomb, DicomTransferSyntax.DeflatedExplicitVRLittleEndian, options));

        error.Found.ShouldBe("more");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(40 << 20);
    }

    [Fact]
    public void Text_that_never_ends_is_not_deflated_data() => Refused(
        () => DicomDatasetReader.Read("This is no deflated data set."u8.ToArray(), DicomTransferSyntax.DeflatedExplicitVRLittleEndian));

    [Fact]
    public void A_stream_brings_no_more_into_memory_than_the_limit()
    {
        using MemoryStream stream = new();
        byte[] value = new byte[60_000];
        for (int i = 1; i < 20; i++)
        {
            stream.Write([0x11, 0x00, (byte)i, 0x10, (byte)'L', (byte)'T', 0x60, 0xEA]);
            stream.Write(value);
        }

        DicomReadOptions options = new() { Limits = new DicomReadLimits { MaxStreamBytes = 500_000 } };
        Refused(() => DicomDatasetReader.Read(stream.ToArray(), Explicit, options), 2).Expected.ShouldContain("500000");
    }

    private static byte[] Bomb(int size)
    {
        using MemoryStream target = new();
        using (DeflateStream deflated = new(target, CompressionLevel.Optimal))
        {
            deflated.Write(Hex.Of("E0 7F 10 00 4F 57 00 00"));
            deflated.Write(BitConverter.GetBytes(size));
            deflated.Write(new byte[size]);
        }

        return target.ToArray();
    }

    private static DicomReadException Refused(Func<DicomDataset> read, int megabytes = 1)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        DicomReadException error = Should.Throw<DicomReadException>(() => read());
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(megabytes << 20);
        return error;
    }
}
