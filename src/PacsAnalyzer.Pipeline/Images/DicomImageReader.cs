using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Images;

/// <summary>Reads native (uncompressed) monochrome pixels.</summary>
internal sealed class DicomImageReader : IImageReader
{
    public DecodedImage Read(DicomFile file, int frame)
    {
        DicomDataset d = file.Dataset;
        if (!d.Contains(DicomTag.PixelData))
        {
            throw new UnreadablePixelsException(ReasonCodes.NoPixelData, "The image has no pixel data.");
        }

        int columns = d.GetSingleValue<int>(DicomTag.Columns), rows = d.GetSingleValue<int>(DicomTag.Rows), stored = d.GetSingleValueOrDefault(DicomTag.BitsStored, 16);
        bool signed = d.GetSingleValueOrDefault(DicomTag.PixelRepresentation, 0) == 1;
        double slope = d.GetSingleValueOrDefault(DicomTag.RescaleSlope, 1.0), intercept = d.GetSingleValueOrDefault(DicomTag.RescaleIntercept, 0.0);
        ushort[] raw = d.GetValues<ushort>(DicomTag.PixelData);
        var values = new float[columns * rows];
        int shift = 32 - stored;
        for (int i = 0; i < values.Length; i++)
        {
            int v = signed ? (raw[i] << shift) >> shift : raw[i] & ((1 << stored) - 1);
            values[i] = (float)((v * slope) + intercept);
        }

        return new DecodedImage(values, columns, rows, d.GetString(DicomTag.PhotometricInterpretation) == "MONOCHROME1");
    }
}
