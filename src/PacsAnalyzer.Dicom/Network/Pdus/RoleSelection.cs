namespace PacsAnalyzer.Dicom.Network;

/// <summary>SCP/SCU role selection for one SOP class (PS3.7 annex D.3.3.4), seen from the association's requestor.</summary>
/// <param name="SopClassUid">The SOP class.</param>
/// <param name="Scu">The requestor acts as SCU (proposed, or accepted in an answer).</param>
/// <param name="Scp">The requestor acts as SCP (proposed, or accepted in an answer).</param>
public sealed record RoleSelection(string SopClassUid, bool Scu, bool Scp);
