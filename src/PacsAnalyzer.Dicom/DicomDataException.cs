namespace PacsAnalyzer.Dicom;

/// <summary>A data set lacks a value, or holds one that cannot be read or written as asked.</summary>
public sealed class DicomDataException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public DicomDataException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public DicomDataException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and what caused it.</summary>
    public DicomDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one about an element; the message begins with its tag.</summary>
    public DicomDataException(DicomTag tag, string message)
        : base($"{tag.Describe()}: {message}") => Tag = tag;

    /// <summary>The element it is about, where it is about one.</summary>
    public DicomTag? Tag { get; }
}
