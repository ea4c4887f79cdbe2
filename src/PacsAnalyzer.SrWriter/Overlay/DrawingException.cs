namespace PacsAnalyzer.SrWriter.Overlay;

/// <summary>The picture cannot be drawn: libcairo is missing or reports an error. The message says what to do.</summary>
public sealed class DrawingException : Exception
{
    /// <summary>Makes an exception.</summary>
    public DrawingException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public DrawingException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    public DrawingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
