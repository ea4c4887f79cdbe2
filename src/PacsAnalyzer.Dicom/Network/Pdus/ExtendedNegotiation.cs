namespace PacsAnalyzer.Dicom.Network;

/// <summary>SOP class extended negotiation (PS3.7 annex D.3.3.5). Never answered, so that the defaults of the service hold.</summary>
/// <param name="SopClassUid">The SOP class.</param>
/// <param name="Data">Service class application information, as the service defines it.</param>
public sealed record ExtendedNegotiation(string SopClassUid, byte[] Data);
