using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Imaging;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>One real CT in each transfer syntax, proposed and sent by DCMTK's storescu.</summary>
[Collection(SharedNodeTests.Name)]
public sealed class TransferSyntaxTests(SharedNode shared)
{
    [Theory]
    [InlineData("-xi", "LittleEndianImplicitTransferSyntax_1.2.840.10008.1.2")]
    [InlineData("-xe", "LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1")]
    [InlineData("-xb", "BigEndianExplicitTransferSyntax_1.2.840.10008.1.2.2")]
    [InlineData("-xd", "DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99")]
    [InlineData("-xr", "RLELosslessTransferSyntax_1.2.840.10008.1.2.5")]
    [InlineData("-xs", "JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70")]
    [InlineData("-xt", "JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80")]
    [InlineData("-xu", "JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81")]
    [InlineData("-xv", "JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90")]
    [InlineData("-xw", "JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91")]
    [InlineData("-xy", "JPEGProcess1TransferSyntax_1.2.840.10008.1.2.4.50")]
    [InlineData("-xx", "JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51")]
    public async Task What_storescu_proposes_is_taken_where_it_can_be_decoded(string option, string name)
    {
        NodeProcess node = await shared.GetAsync();
        string source = TestCorpus.Path("transfer-syntaxes", $"CTImage.dcm_{name}.dcm");
        string syntax = name[(name.IndexOf('_', name.IndexOf("Syntax", StringComparison.Ordinal)) + 1)..];
        string copy = Path.Combine(node.Folder.Work("syntax" + option), "image.dcm");
        File.Copy(source, copy);
        ToolResult renamed = await Tool.DcmtkAsync("dcmodify", "-nb", "-gin", copy);
        renamed.ExitCode.ShouldBe(0, renamed.Text);
        string uid = Part10Header.Read(copy).SopInstanceUid;

        ToolResult sent = await Tool.DcmtkAsync("storescu", "-v", option, "-aec", NodeFolder.AeTitle, "127.0.0.1", node.Port, copy);

        if (DicomTransferSyntax.Lookup(syntax) is { IsEncapsulated: true } encapsulated && !DicomCodecs.IsSupported(encapsulated))
        {
            sent.ExitCode.ShouldNotBe(0, sent.Text);
            sent.Text.ShouldContain("No presentation context", Case.Insensitive);
            (await node.LedgerAsync(uid)).ShouldBeNull();
            return;
        }

        sent.ExitCode.ShouldBe(0, sent.Text);
        sent.Text.ShouldContain("Success");
        (await node.LedgerAsync(uid)).ShouldNotBeNull().CallingAeTitle.ShouldBe("STORESCU");
        string spooled = node.Folder.SpooledFiles().Single(f => Part10Header.Read(f).SopInstanceUid == uid);
        Part10Header.Read(spooled).TransferSyntaxUid.ShouldBe(syntax);
        Pixels.Digest(spooled).ShouldBe(Pixels.Digest(copy));
    }

    [Fact]
    public async Task A_SOP_class_that_is_not_taken_is_refused_in_negotiation()
    {
        NodeProcess node = await shared.GetAsync();
        string ultrasound = TestCorpus.Path("transfer-syntaxes", "US-YBR_FULL_422-EVRLE.dcm");

        ToolResult sent = await Tool.DcmtkAsync("storescu", "-v", "-R", "-aec", NodeFolder.AeTitle, "127.0.0.1", node.Port, ultrasound);

        sent.ExitCode.ShouldNotBe(0);
        sent.Text.ShouldContain("No Acceptable Presentation Contexts", Case.Insensitive);
        (await node.LedgerAsync(Part10Header.Read(ultrasound).SopInstanceUid)).ShouldBeNull();
        (await node.EchoesAsync()).ShouldBeTrue();
    }
}
