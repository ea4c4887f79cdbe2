using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>Data sets that are not what their command says, sent with our own SCU since well-behaved ones do not.</summary>
[Collection(SharedNodeTests.Name)]
public sealed class FalseDatasetTests(SharedNode shared)
{
    private static readonly string CtImage = DicomUID.CTImageStorage.Uid;

    [Theory]
    [InlineData("instance")]
    [InlineData("class")]
    [InlineData("no study")]
    [InlineData("no series")]
    public async Task A_dataset_that_lies_is_answered_A900_and_not_kept(string lie)
    {
        NodeProcess node = await shared.GetAsync();
        DicomDataset slice = CtSeries.Slice("lie-" + lie, 0);
        string announced = slice.GetString(DicomTag.SOPInstanceUID)!;
        switch (lie)
        {
            case "instance":
                slice.AddOrUpdate(DicomTag.SOPInstanceUID, "2.25.1");
                break;
            case "class":
                slice.AddOrUpdate(DicomTag.SOPClassUID, DicomUID.MRImageStorage);
                break;
            case "no study":
                slice.AddOrUpdate(DicomTag.StudyInstanceUID, "");
                break;
            default:
                slice.Remove(DicomTag.SeriesInstanceUID);
                break;
        }

        (DicomStatus status, DicomStatus next) = await SendAsync(node, announced, Bytes(slice));

        status.Code.ShouldBe((ushort)0xA900);
        status.Comment.ShouldNotBeNullOrWhiteSpace();
        next.IsAccepted.ShouldBeTrue("the association goes on");
        (await node.LedgerAsync(announced)).ShouldBeNull();
        node.Log.ShouldContain($"Refused instance {announced} of INTEROP");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("cut in an element")]
    [InlineData("cut in the pixel data")]
    public async Task A_dataset_that_cannot_be_read_is_answered_Cxxx_and_not_kept(string what)
    {
        NodeProcess node = await shared.GetAsync();
        DicomDataset slice = CtSeries.Slice("unreadable-" + what, 0);
        string announced = slice.GetString(DicomTag.SOPInstanceUID)!;
        byte[] whole = Bytes(slice);
        byte[] bytes = what switch
        {
            "garbage" => [.. Enumerable.Range(0, 3000).Select(i => (byte)((i * 37) ^ (i >> 3) ^ 0x5A))],
            "cut in an element" => whole[..201],
            _ => whole[..^1000],
        };

        (DicomStatus status, DicomStatus next) = await SendAsync(node, announced, bytes);

        (status.Code >> 12).ShouldBe(0xC, status.ToString());
        next.IsAccepted.ShouldBeTrue("the association goes on");
        (await node.LedgerAsync(announced)).ShouldBeNull();
        node.Log.ShouldContain($"Refused instance {announced} of INTEROP");
    }

    [Fact]
    public async Task An_association_cut_in_the_middle_of_an_instance_leaves_nothing()
    {
        NodeProcess node = await shared.GetAsync();
        DicomDataset slice = CtSeries.Slice("cut", 0);
        string uid = slice.GetString(DicomTag.SOPInstanceUID)!;
        byte[] bytes = Bytes(slice);
        await using (DicomAssociation association = await DicomAssociation.RequestAsync(node.Call(), Contexts()))
        {
            // The stream ends early: our SCU aborts the association.
            using var half = new MemoryStream(bytes, 0, bytes.Length / 2);
            await Should.ThrowAsync<Exception>(() => association.StoreAsync(
                new StoreItem(CtImage, uid, DicomTransferSyntax.ExplicitVRLittleEndian.Uid.Uid, half, bytes.Length)));
        }

        (await node.EchoesAsync()).ShouldBeTrue();
        (await node.LedgerAsync(uid)).ShouldBeNull();
        await Eventually.TrueAsync(
            () => !Directory.EnumerateFiles(node.Folder.Data, "*.part", SearchOption.AllDirectories).Any(), "no unfinished file is left");
    }

    private static IReadOnlyList<ProposedContext> Contexts() =>
        new ContextProposals().Add(CtImage, DicomTransferSyntax.ExplicitVRLittleEndian.Uid.Uid).Contexts;

    private static byte[] Bytes(DicomDataset dataset) => DicomDatasetWriter.ToBytes(dataset, DicomTransferSyntax.ExplicitVRLittleEndian);

    /// <summary>Sends these bytes, then an honest slice on the same association.</summary>
    private static async Task<(DicomStatus Status, DicomStatus Next)> SendAsync(NodeProcess node, string announcedUid, byte[] bytes)
    {
        await using DicomAssociation association = await DicomAssociation.RequestAsync(node.Call(), Contexts());
        DicomStatus status = await StoreAsync(association, announcedUid, bytes);
        DicomDataset honest = CtSeries.Slice("honest", 0);
        DicomStatus next = await StoreAsync(association, honest.GetString(DicomTag.SOPInstanceUID)!, Bytes(honest));
        await association.ReleaseAsync();
        return (status, next);
    }

    private static Task<DicomStatus> StoreAsync(DicomAssociation association, string uid, byte[] bytes) =>
        association.StoreAsync(new StoreItem(CtImage, uid, DicomTransferSyntax.ExplicitVRLittleEndian.Uid.Uid, new MemoryStream(bytes), bytes.Length));
}
