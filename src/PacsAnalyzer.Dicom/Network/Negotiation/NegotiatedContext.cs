namespace PacsAnalyzer.Dicom.Network;

/// <summary>A presentation context after negotiation.</summary>
/// <param name="Id">Identifier, odd.</param>
/// <param name="AbstractSyntax">SOP class UID.</param>
/// <param name="Result">Accepted, or why not.</param>
/// <param name="TransferSyntax">UID of the chosen transfer syntax; null unless accepted.</param>
/// <param name="RequestorIsScu">The association's requestor may send requests of this SOP class.</param>
/// <param name="RequestorIsScp">The association's requestor answers requests of this SOP class.</param>
public sealed record NegotiatedContext(
    byte Id, string AbstractSyntax, ContextResult Result, string? TransferSyntax, bool RequestorIsScu = true, bool RequestorIsScp = false)
{
    /// <summary>The context may be used.</summary>
    public bool IsAccepted => Result == ContextResult.Acceptance;
}
