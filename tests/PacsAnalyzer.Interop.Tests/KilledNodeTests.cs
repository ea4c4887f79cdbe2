using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>SIGKILL while slices arrive.</summary>
public sealed class KilledNodeTests
{
    private const int Slices = 400;

    [Fact]
    public async Task What_was_acknowledged_is_there_after_the_restart_and_sent_again_it_is_stored_once()
    {
        Requirement.Postgres();
        using var folder = new NodeFolder(s => s["Association"] = new System.Text.Json.Nodes.JsonObject { ["IdleTimeout"] = "00:00:05" });
        CtSeries series = CtSeries.Write(folder.Work("killed"), "killed", Slices);
        IReadOnlyList<string> acknowledged;
        await using (NodeProcess node = await NodeProcess.StartAsync(folder))
        {
            var sender = new Sender(node);
            Task enough = sender.ReachedAsync(150);
            Task<bool[]> sending = Task.WhenAll(series.Files.Chunk(Slices / 2).Select(half => sender.SendAsync(half)));
            await enough;
            await node.KillAsync();
            (await sending).ShouldAllBe(complete => !complete, "both associations broke");
            acknowledged = sender.Acknowledged;
            acknowledged.Count.ShouldBeInRange(150, Slices - 1);
        }

        await using NodeProcess again = await NodeProcess.StartAsync(folder);
        LedgerCounts found = await again.LedgerBecomesAsync(c => c.AddsUp && c.Acknowledged >= acknowledged.Count, "what was acknowledged is in the ledger");
        found.Acknowledged.ShouldBeLessThanOrEqualTo(acknowledged.Count + 2, "at most the two whose answers were on their way");
        string[] spooled = [.. folder.SpooledFiles().Select(f => Part10Header.Read(f).SopInstanceUid)];
        acknowledged.Except(spooled).ShouldBeEmpty();
        foreach (string uid in acknowledged)
        {
            await Eventually.Async(() => again.LedgerAsync(uid), e => e.IsIndexed, $"{uid} is in the index");
        }

        await Eventually.TrueAsync(
            () => !Directory.EnumerateFiles(folder.Data, "*.part", SearchOption.AllDirectories).Any(), "files that were not finished are removed");

        var second = new Sender(again);
        (await Task.WhenAll(series.Files.Chunk(Slices / 2).Select(half => second.SendAsync(half)))).ShouldAllBe(complete => complete);
        second.Acknowledged.Count.ShouldBe(Slices);
        await Eventually.TrueAsync(() => folder.SpooledFiles().Count == Slices, "one file an instance is left in the spool");
        LedgerCounts all = await again.LedgerBecomesAsync(c => c.AddsUp, "the ledger adds up");
        all.Acknowledged.ShouldBe(Slices);
        folder.SpooledFiles().Select(f => Part10Header.Read(f).SopInstanceUid).Order().ShouldBe(series.SopInstanceUids.Order());

        (await again.StopAsync()).ShouldBe(0, again.Log);
        folder.DatabasePid.ShouldBeNull("the private database stops with the node");
        File.Exists(Path.Combine(folder.Data, "node.json")).ShouldBeFalse();
    }
}
