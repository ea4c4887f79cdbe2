using System.Net;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>Everything that was answered with Success is accounted for.</summary>
[Collection(SharedNodeTests.Name)]
public sealed class LedgerTests(SharedNode shared)
{
    [Fact]
    public async Task A_series_from_dcmsend_is_counted_and_found_by_instance()
    {
        NodeProcess node = await shared.GetAsync();
        string folder = node.Folder.Work("dcmsend");
        CtSeries series = CtSeries.Write(folder, "dcmsend", 12);
        LedgerCounts before = await node.LedgerBecomesAsync(c => c.AddsUp, "the ledger adds up");

        ToolResult sent = await Tool.DcmtkAsync("dcmsend", "-v", "-aec", NodeFolder.AeTitle, "127.0.0.1", node.Port, "+sd", folder);

        sent.ExitCode.ShouldBe(0, sent.Text);
        LedgerCounts after = await node.LedgerBecomesAsync(c => c.Acknowledged == before.Acknowledged + 12, "twelve more are acknowledged");
        after.AddsUp.ShouldBeTrue(after.ToString());
        foreach (string uid in series.SopInstanceUids)
        {
            LedgerEntry entry = (await node.LedgerAsync(uid)).ShouldNotBeNull();
            entry.CallingAeTitle.ShouldBe("DCMSEND");
            entry.SeriesInstanceUid.ShouldBe(series.SeriesInstanceUid);
            entry.State.ShouldBeOneOf("Waiting", "Analysed", "Excluded", "Failed");
        }
    }

    [Fact]
    public async Task Sent_again_a_series_is_counted_and_stored_once()
    {
        NodeProcess node = await shared.GetAsync();
        string folder = node.Folder.Work("again");
        CtSeries series = CtSeries.Write(folder, "again", 5);
        LedgerCounts before = await node.LedgerBecomesAsync(c => c.AddsUp, "the ledger adds up");

        for (int i = 0; i < 3; i++)
        {
            ToolResult sent = await Tool.DcmtkAsync("dcmsend", "-aec", NodeFolder.AeTitle, "127.0.0.1", node.Port, "+sd", folder);
            sent.ExitCode.ShouldBe(0, sent.Text);
        }

        await Eventually.TrueAsync(() => Stored(node, series) == 5, "one file an instance is left in the spool");
        LedgerCounts after = await node.LedgerBecomesAsync(c => c.AddsUp, "the ledger adds up");
        after.Acknowledged.ShouldBe(before.Acknowledged + 5);
    }

    [Fact]
    public async Task The_real_series_is_taken_once_its_blank_UIDs_are_filled_in()
    {
        NodeProcess node = await shared.GetAsync();
        string folder = node.Folder.Work("real");
        var uids = new List<string>();
        foreach (string source in Directory.EnumerateFiles(TestCorpus.Path("ct-series"), "CT.*").Order(StringComparer.Ordinal))
        {
            DicomFile file = DicomFile.Open(source);
            string uid = DerivedUid.Create("interop-test", "real", Path.GetFileName(source));
            file.Dataset
                .AddOrUpdate(DicomTag.SOPClassUID, DicomUID.CTImageStorage)
                .AddOrUpdate(DicomTag.SOPInstanceUID, uid)
                .AddOrUpdate(DicomTag.StudyInstanceUID, DerivedUid.Create("interop-test", "real", "study"))
                .AddOrUpdate(DicomTag.SeriesInstanceUID, DerivedUid.Create("interop-test", "real", "series"));
            new DicomFile(file.Dataset, file.TransferSyntax).Save(Path.Combine(folder, uid + ".dcm"));
            uids.Add(uid);
        }

        ToolResult sent = await Tool.DcmtkAsync("dcmsend", "-v", "-aec", NodeFolder.AeTitle, "127.0.0.1", node.Port, "+sd", folder);

        sent.ExitCode.ShouldBe(0, sent.Text);
        uids.Count.ShouldBe(20);
        foreach (string uid in uids)
        {
            await Eventually.Async(() => node.LedgerAsync(uid), e => e.IsIndexed, "the instance is in the index");
        }
    }

    [Theory]
    [InlineData("localizer", "localizer")]
    [InlineData("other-modality", "other-modality")]
    [InlineData("no-pixels", "no-image")]
    public async Task What_a_rule_leaves_out_is_excluded_with_its_reason(string what, string rule)
    {
        NodeProcess node = await shared.GetAsync();
        DicomDataset image = CtSeries.Slice("excluded-" + what, 0);
        switch (what)
        {
            case "localizer":
                image.AddOrUpdate(DicomTag.ImageType, "ORIGINAL", "PRIMARY", "LOCALIZER");
                break;
            case "other-modality":
                image.AddOrUpdate(DicomTag.Modality, "PT");
                break;
            default:
                image.Remove(DicomTag.PixelData);
                break;
        }

        string file = Path.Combine(node.Folder.Work("excluded-" + what), "image.dcm");
        new DicomFile(image, DicomTransferSyntax.ImplicitVRLittleEndian).Save(file);

        ToolResult sent = await Tool.DcmtkAsync("storescu", "-aec", NodeFolder.AeTitle, "127.0.0.1", node.Port, file);

        sent.ExitCode.ShouldBe(0, sent.Text);
        string uid = image.GetString(DicomTag.SOPInstanceUID)!;
        LedgerEntry entry = await Eventually.Async(() => node.LedgerAsync(uid), e => e.State == "Excluded", $"{what} is excluded");
        entry.RuleId.ShouldBe(rule);
        entry.Reason.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task An_instance_that_never_came_is_not_found()
    {
        NodeProcess node = await shared.GetAsync();

        using HttpResponseMessage answer = await node.Http.GetAsync(new Uri("/api/ledger/1.2.3.4", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static int Stored(NodeProcess node, CtSeries series) =>
        node.Folder.SpooledFiles().Count(f => series.SopInstanceUids.Contains(UidOf(f)));

    private static string UidOf(string path)
    {
        try
        {
            return Part10Header.Read(path).SopInstanceUid;
        }
        catch (FileNotFoundException)
        {
            // The indexer removed a duplicate between the listing and now.
            return "";
        }
    }
}
