namespace PacsAnalyzer.Inference;

/// <summary>Something about a model, the inference library or a run that its caller can act on. The message is one clear line.</summary>
public class InferenceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public InferenceException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public InferenceException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
