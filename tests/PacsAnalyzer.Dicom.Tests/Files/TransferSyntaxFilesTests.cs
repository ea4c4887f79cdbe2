using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Dicom.Tests.Files;

/// <summary>One CT in all syntaxes: the data sets are the same but for the pixels.</summary>
public sealed class TransferSyntaxFilesTests
{
    private static readonly DicomTag[] OfTheCompression =
    [
        DicomTag.PixelData, DicomTag.ImageType, DicomTag.SOPInstanceUID, DicomTag.LossyImageCompression, DicomTag.LossyImageCompressionRatio,
        DicomTag.LossyImageCompressionMethod, DicomTag.DerivationDescription, DicomTag.DerivationCodeSequence, DicomTag.SourceImageSequence,
        DicomTag.BitsAllocated, DicomTag.BitsStored, DicomTag.HighBit, DicomTag.PixelRepresentation, DicomTag.RescaleIntercept, DicomTag.RescaleSlope,
        DicomTag.RescaleType, DicomTag.WindowCenter, DicomTag.WindowWidth, DicomTag.SmallestImagePixelValue, DicomTag.LargestImagePixelValue,
        DicomTag.PlanarConfiguration, DicomTag.PixelPaddingValue,
    ];

    [Fact]
    public void The_same_CT_has_the_same_elements_in_every_syntax()
    {
        DicomDataset reference = DicomFile.Open(TestCorpus.Path("transfer-syntaxes", "CTImage.dcm")).Dataset;
        string[] files = Directory.GetFiles(TestCorpus.Path("transfer-syntaxes"), "CTImage.dcm_*");
        files.Length.ShouldBe(15);
        foreach (string file in files)
        {
            DicomFile read = DicomFile.Open(file);
            Path.GetFileName(file).ShouldEndWith("_" + read.TransferSyntax.Uid.Uid + ".dcm");
            foreach (DicomItem item in reference)
            {
                if (item is not DicomElement element || element.Tag.IsPrivate || element.Tag.IsGroupLength || OfTheCompression.Contains(item.Tag))
                {
                    continue;
                }

                read.Dataset.GetStrings(item.Tag).ShouldBe(element.GetValues<string>(), $"{Path.GetFileName(file)} {item}");
            }
        }
    }

    [Theory]
    [InlineData("LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1")]
    [InlineData("LittleEndianImplicitTransferSyntax_1.2.840.10008.1.2")]
    [InlineData("BigEndianExplicitTransferSyntax_1.2.840.10008.1.2.2")]
    [InlineData("DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99")]
    public void Uncompressed_syntaxes_hold_the_same_pixels(string name)
    {
        DicomDataset reference = DicomFile.Open(TestCorpus.Path("transfer-syntaxes", "CTImage.dcm")).Dataset;
        DicomDataset read = DicomFile.Open(TestCorpus.Path("transfer-syntaxes", $"CTImage.dcm_{name}.dcm")).Dataset;

        DicomElement pixels = read.GetDicomItem<DicomElement>(DicomTag.PixelData).ShouldNotBeNull();
        pixels.Buffer.IsMemory.ShouldBeFalse();
        pixels.GetBytes().ShouldBe(reference.GetDicomItem<DicomElement>(DicomTag.PixelData)!.GetBytes());
        using Stream stream = pixels.OpenStream();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        copy.ToArray().ShouldBe(pixels.GetBytes());
    }
}
