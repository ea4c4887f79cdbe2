namespace PacsAnalyzer.Dicom.Network;

/// <summary>Result of a presentation context's negotiation (PS3.8 table 9-18).</summary>
public enum ContextResult
{
    /// <summary>Accepted.</summary>
    Acceptance = 0,

    /// <summary>The acceptor does not want it.</summary>
    UserRejection = 1,

    /// <summary>No reason given.</summary>
    NoReason = 2,

    /// <summary>The SOP class is not supported.</summary>
    AbstractSyntaxNotSupported = 3,

    /// <summary>None of the transfer syntaxes is supported.</summary>
    TransferSyntaxesNotSupported = 4,
}
