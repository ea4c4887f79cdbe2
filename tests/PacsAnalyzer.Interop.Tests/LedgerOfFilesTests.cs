using PacsAnalyzer.Dicom;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>The account against the disk: what is taken away behind the node's back, the wrong patient, usage.</summary>
public sealed class LedgerOfFilesTests
{
    [Fact]
    public async Task An_instance_deleted_behind_the_nodes_back_is_found_and_the_same_bytes_sent_again_take_its_place()
    {
        using var folder = new NodeFolder();
        await using NodeProcess node = await NodeProcess.StartAsync(folder);
        CtSeries series = CtSeries.Write(folder.Work("ct"), "deleted", 3);
        var sender = new Sender(node);
        (await sender.SendAsync(series.Files)).ShouldBeTrue();
        await node.LedgerBecomesAsync(c => c.Acknowledged == 3 && c.AddsUp, "three are in the ledger");
        await Eventually.Async(() => node.LedgerAsync(series.SopInstanceUids[0]), e => e.IsIndexed, "the first is in the index");

        File.Delete(folder.SpooledFiles().Single(f => Part10Header.Read(f).SopInstanceUid == series.SopInstanceUids[0]));
        await node.LedgerBecomesAsync(c => c.Unaccounted == 1, "one is missed");
        (await sender.SendAsync([series.Files[0]])).ShouldBeTrue();

        LedgerCounts counts = await node.LedgerBecomesAsync(c => c.Unaccounted == 0, "nothing is missed");
        counts.Acknowledged.ShouldBe(3);
        folder.SpooledFiles().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Two_patients_in_one_study_are_held_and_the_operator_is_told()
    {
        using var folder = new NodeFolder();
        await using NodeProcess node = await NodeProcess.StartAsync(folder);
        CtSeries series = CtSeries.Write(folder.Work("ct"), "two-patients", 2);
        DicomFile second = DicomFile.Open(series.Files[1]);
        second.Dataset.AddOrUpdate(DicomTag.PatientID, "SOMEBODY-ELSE");
        string other = Path.Combine(folder.Work("other"), "other.dcm");
        second.Save(other);

        (await new Sender(node).SendAsync([series.Files[0], other])).ShouldBeTrue();

        await Eventually.Async(
            () => node.GetAsync<Alert[]>("/api/alerts"), alerts => alerts.Any(a => a.Code == "STUDY_HELD"), "the operator is told");
        node.Log.ShouldNotContain("SOMEBODY-ELSE", Case.Sensitive);
    }

    [Theory]
    [InlineData("ledgr")]
    [InlineData("send")]
    [InlineData("echo")]
    public async Task Wrong_usage_ends_with_2(string verb)
    {
        ToolResult result = await Tool.VerbAsync(verb);

        result.ExitCode.ShouldBe(2, result.Text);
    }

    private sealed record Alert(string Code);
}
