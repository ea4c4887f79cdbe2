using System.Globalization;

namespace PacsAnalyzer.Dicom;

/// <summary>A stream of bytes is no data set that can be read, or goes over a limit.</summary>
public sealed class DicomReadException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public DicomReadException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public DicomReadException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and what caused it.</summary>
    public DicomReadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one of its parts; the message is one line of them all.</summary>
    /// <param name="tag">The element that was being read, where one was known.</param>
    /// <param name="offset">Bytes from the start of the stream; of the inflated stream for a deflated data set.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="found">What was there instead.</param>
    /// <param name="innerException">What caused it, where something did.</param>
    public DicomReadException(DicomTag? tag, long offset, string expected, string found, Exception? innerException = null)
        : base(Line(tag, offset, expected, found), innerException)
    {
        Tag = tag;
        Offset = offset;
        Expected = expected;
        Found = found;
    }

    /// <summary>The element that was being read, where one was known.</summary>
    public DicomTag? Tag { get; }

    /// <summary>Bytes from the start of the stream to what could not be read.</summary>
    public long Offset { get; }

    /// <summary>What should have been there.</summary>
    public string Expected { get; } = "";

    /// <summary>What was there instead.</summary>
    public string Found { get; } = "";

    private static string Line(DicomTag? tag, long offset, string expected, string found) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(tag is { } known ? known.Describe() + " at" : "At")} byte {offset}: expected {expected}, found {found}.");
}
