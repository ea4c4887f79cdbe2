using System.Text.Json;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>The program's own verbs against the running node.</summary>
[Collection(SharedNodeTests.Name)]
public sealed class VerbTests(SharedNode shared)
{
    [Fact]
    public async Task Ledger_prints_the_account()
    {
        NodeProcess node = await shared.GetAsync();
        // A node accepts before its database has answered; the account needs it.
        await node.LedgerBecomesAsync(c => c.AddsUp, "the ledger answers");

        ToolResult[] both = await Task.WhenAll(
            Tool.VerbAsync("ledger", "--config", node.Folder.Config), Tool.VerbAsync("ledger", "--json", "--config", node.Folder.Config));

        both[0].ExitCode.ShouldBe(0, both[0].Text);
        both[0].Output.ShouldContain("unaccounted: 0");
        both[1].ExitCode.ShouldBe(0, both[1].Text);
        JsonSerializer.Deserialize<LedgerCounts>(both[1].Output, JsonSerializerOptions.Web)!.AddsUp.ShouldBeTrue(both[1].Output);
    }

    [Fact]
    public async Task Ledger_says_in_one_line_that_no_node_runs()
    {
        using var folder = new NodeFolder();

        ToolResult result = await Tool.VerbAsync("ledger", "--config", folder.Config);

        result.ExitCode.ShouldBe(1);
        Lines(result.Error).ShouldHaveSingleItem().ShouldContain("no node runs");
    }

    [Fact]
    public async Task Echo_answers_or_says_why_not()
    {
        NodeProcess node = await shared.GetAsync();
        int closed = FreePort.Find();
        Task<ToolResult> Echo(params string[] arguments) => Tool.VerbAsync(["echo", .. arguments, "--config", node.Folder.Config]);

        ToolResult[] results = await Task.WhenAll(
            Echo($"{NodeFolder.AeTitle}@127.0.0.1:{node.Port}", "--calling", "INTEROP"),
            Echo($"WRONG@127.0.0.1:{node.Port}"),
            Echo($"{NodeFolder.AeTitle}@127.0.0.1:{closed}"),
            Echo("no-such-name"));

        results[0].ExitCode.ShouldBe(0, results[0].Text);
        results[1].ExitCode.ShouldBe(3, results[1].Text);
        results[1].Error.ShouldContain("reason 7");
        results[2].ExitCode.ShouldBe(1, results[2].Text);
        results[2].Error.ShouldContain("correct the port");
        results[3].ExitCode.ShouldBe(2, results[3].Text);
        results.Skip(1).ShouldAllBe(r => Lines(r.Error).Length == 1);
    }

    [Fact]
    public async Task Send_delivers_a_folder_and_says_what_was_refused()
    {
        NodeProcess node = await shared.GetAsync();
        string folder = node.Folder.Work("send");
        CtSeries series = CtSeries.Write(folder, "send", 6);
        string noDicom = Path.Combine(node.Folder.Work("send-text"), "notes.txt");
        await File.WriteAllTextAsync(noDicom, "no image");
        string report = TestCorpus.Path("transfer-syntaxes", "no-pixel-data.dcm");
        Task<ToolResult> Send(params string[] paths) =>
            Tool.VerbAsync(["send", .. paths, "--to", $"{NodeFolder.AeTitle}@127.0.0.1:{node.Port}", "--calling", "INTEROP", "--config", node.Folder.Config]);

        ToolResult[] results = await Task.WhenAll(Send(folder), Send(report, series.Files[0]), Send(noDicom, series.Files[0]));

        results[0].ExitCode.ShouldBe(0, results[0].Text);
        results[0].Output.ShouldContain("6 sent, 0 refused, 0 failed");
        results[1].ExitCode.ShouldBe(3, results[1].Text);
        results[1].Output.ShouldContain("1 sent, 1 refused, 0 failed");
        results[2].ExitCode.ShouldBe(1, results[2].Text);
        results[2].Error.ShouldContain("notes.txt");
        foreach (string uid in series.SopInstanceUids)
        {
            (await node.LedgerAsync(uid)).ShouldNotBeNull().CallingAeTitle.ShouldBe("INTEROP");
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
