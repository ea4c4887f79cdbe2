namespace PacsAnalyzer.Dicom.Network;

/// <summary>Asynchronous operations window (PS3.7 annex D.3.3.3); 0 = no limit. This node answers 1/1.</summary>
/// <param name="Invoked">Operations that may be outstanding from the requestor.</param>
/// <param name="Performed">Operations that may be outstanding to the requestor.</param>
public sealed record AsynchronousWindow(ushort Invoked, ushort Performed);
