namespace PacsAnalyzer.Inference;

/// <summary>ONNX Runtime's native library was not found, is no ONNX Runtime, or is too old.</summary>
public sealed class OnnxRuntimeMissingException : InferenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where was looked, and what to do.</param>
    /// <param name="innerException">The loader's own error.</param>
    public OnnxRuntimeMissingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
