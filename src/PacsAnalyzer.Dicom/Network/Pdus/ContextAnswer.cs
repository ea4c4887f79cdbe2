namespace PacsAnalyzer.Dicom.Network;

/// <summary>The acceptor's answer to one proposed context (PS3.8 section 9.3.3.2).</summary>
/// <param name="Id">The proposal's identifier.</param>
/// <param name="Result">Accepted, or why not.</param>
/// <param name="TransferSyntax">The one chosen; without meaning unless accepted.</param>
internal sealed record ContextAnswer(byte Id, ContextResult Result, string TransferSyntax);
