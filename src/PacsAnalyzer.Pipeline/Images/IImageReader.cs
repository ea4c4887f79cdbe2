using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.Pipeline.Images;

/// <summary>Decodes the pixels of an instance after the Modality LUT; a seam for tests.</summary>
internal interface IImageReader
{
    /// <summary>Decodes one frame.</summary>
    /// <exception cref="UnreadablePixelsException">No pixel data, or it cannot be decoded here.</exception>
    DecodedImage Read(DicomFile file, int frame);
}
