namespace PacsAnalyzer.Pipeline.Images;

/// <summary>Pixels that cannot be had, with the reason code of the result.</summary>
internal sealed class UnreadablePixelsException : Exception
{
    public UnreadablePixelsException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>One of <see cref="Results.ReasonCodes"/>.</summary>
    public string Code { get; }
}
