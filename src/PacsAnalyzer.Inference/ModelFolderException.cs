namespace PacsAnalyzer.Inference;

/// <summary>A model folder that must not be used: something is missing, or does not match its manifest.</summary>
public sealed class ModelFolderException : InferenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public ModelFolderException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
