namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A decoded frame.</summary>
/// <param name="Pixels">Samples by pixel, row by row, little endian in the width that BitsAllocated says.</param>
/// <param name="PhotometricInterpretation">What the samples mean; a decoder may have turned YBR into "RGB".</param>
public sealed record DecodedFrame(byte[] Pixels, string PhotometricInterpretation);
