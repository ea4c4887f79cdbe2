namespace PacsAnalyzer.Dicom.Network;

/// <summary>What the node takes for one SOP class.</summary>
/// <param name="TransferSyntaxes">Transfer syntax UIDs, the most wanted first.</param>
/// <param name="RequestorMayBeScu">The caller may send requests (the usual case).</param>
/// <param name="RequestorMayBeScp">The caller may act as SCP if it proposes so (storage commitment reports, for one).</param>
public sealed record AbstractSyntaxPolicy(
    IReadOnlyList<string> TransferSyntaxes, bool RequestorMayBeScu = true, bool RequestorMayBeScp = false);
