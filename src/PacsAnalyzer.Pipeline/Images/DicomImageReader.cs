using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Imaging;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Images;

/// <summary>Decodes through the toolkit's codecs.</summary>
internal sealed class DicomImageReader : IImageReader
{
    public DecodedImage Read(DicomFile file, int frame)
    {
        if (!file.Dataset.Contains(DicomTag.PixelData))
        {
            throw new UnreadablePixelsException(ReasonCodes.NoPixelData, "The image has no pixel data.");
        }

        try
        {
            GrayscaleImage image = GrayscaleImage.Load(file, frame);
            return new DecodedImage(image.Values, image.Width, image.Height, image.IsMonochrome1);
        }
        catch (Exception e) when (e is DicomCodecException or DicomDataException or IOException)
        {
            throw new UnreadablePixelsException(ReasonCodes.NotDecodable, e.Message.ReplaceLineEndings(" "), e);
        }
    }
}
