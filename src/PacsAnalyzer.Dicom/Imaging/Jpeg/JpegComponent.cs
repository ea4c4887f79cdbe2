namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A component of a JPEG frame.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Horizontal">Horizontal sampling factor, 1..4.</param>
/// <param name="Vertical">Vertical sampling factor, 1..4.</param>
/// <param name="QuantizationTable">Which quantization table, 0..3.</param>
internal sealed record JpegComponent(byte Id, int Horizontal, int Vertical, int QuantizationTable);
