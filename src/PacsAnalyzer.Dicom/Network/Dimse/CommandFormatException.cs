namespace PacsAnalyzer.Dicom.Network;

/// <summary>Bytes that are no valid command set; the association is aborted for it.</summary>
internal sealed class CommandFormatException(string message) : Exception(message);
