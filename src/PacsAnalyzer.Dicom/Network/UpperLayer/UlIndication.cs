namespace PacsAnalyzer.Dicom.Network;

/// <summary>An indication or confirmation primitive.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Pdu">The PDU that caused it, unless it is data.</param>
/// <param name="Data">Body of a P-DATA-TF, valid until the next receive.</param>
internal readonly record struct UlIndication(UlIndicationKind Kind, Pdu? Pdu, ReadOnlyMemory<byte> Data);
