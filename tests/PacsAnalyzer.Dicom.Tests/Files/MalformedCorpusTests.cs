using System.Diagnostics;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Dicom.Tests.Files;

/// <summary>Files made to break a reader: each is read or refused, soon and in little memory.</summary>
[Collection(TimedTests.Name)]
public sealed class MalformedCorpusTests
{
    private const long MaximumMemory = 32 << 20;

    [Fact]
    public void Every_malformed_file_is_read_or_refused_within_two_seconds_and_bounded_memory()
    {
        string[] files = Directory.GetFiles(TestCorpus.Path("malformed"), "*.dcm", SearchOption.AllDirectories);
        files.Length.ShouldBe(355);
        int refused = 0;
        foreach (string file in files)
        {
            Stopwatch watch = Stopwatch.StartNew();
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                // Looking at every value is part of it: text is decoded when it is asked for.
                _ = DicomDump.ToText(DicomFile.Open(file).Dataset);
            }
            catch (DicomReadException error)
            {
                error.Message.ShouldNotContain("\n");
                refused++;
            }

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2), file);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MaximumMemory, file);
        }

        refused.ShouldBeInRange(20, 120);
    }

    [Fact]
    public void Every_malformed_file_that_reads_can_be_written()
    {
        foreach (string file in Directory.GetFiles(TestCorpus.Path("malformed"), "*.dcm", SearchOption.AllDirectories))
        {
            try
            {
                DicomFile read = DicomFile.Open(file);
                using MemoryStream stream = new();
                read.Save(stream);
                stream.Position = 0;
                DicomFile.Open(stream).Dataset.Count.ShouldBe(read.Dataset.Count(item => item.Tag.Group is not (0 or 2) && !item.Tag.IsGroupLength), file);
            }
            catch (Exception error) when (error is DicomReadException or DicomDataException)
            {
                // Refused on reading, or without a SOP instance on writing.
            }
        }
    }
}
