using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.SrWriter.Tests.Fixtures;

internal static class DicomTagList
{
    internal static DicomTag[] Spacing => [DicomTag.PixelSpacing, DicomTag.ImagerPixelSpacing];
}
