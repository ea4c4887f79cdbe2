using System.Collections;
using System.Text.Json;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Results;
using PacsAnalyzer.Pipeline.Evaluation;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Commands;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Hosting;

namespace PacsAnalyzer.Scp.Demo;

/// <summary>The demonstration: a node, a receiving PACS, the bundled samples sent over DICOM, what came back compared with the truth.</summary>
internal static class DemoRun
{
    private const string Modality = "DEMO_MODALITY";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs it; exit 0 only if every sample came back as its truth allows.</summary>
    public static async Task<int> RunAsync(string output, CancellationToken cancellationToken)
    {
        IReadOnlyList<DemoSample> samples = DemoSample.All(Path.Combine(Installation.Folder, "samples"));
        string folder = Path.GetFullPath(output);
        Prepare(folder);
        await using var archive = new DemoArchive(Path.Combine(folder, "received"));
        NodeConfiguration configuration = Configure(folder, archive.Port);
        Console.WriteLine("Starting a node on a private PostgreSQL cluster ...");
        await using NodeRunner node = await NodeRunner.StartAsync(configuration, Console.Error.WriteLine, quiet: true, cancellationToken);
        await SendAsync(samples, node.DicomPort, cancellationToken);
        Console.WriteLine("Waiting for reports and overlays to come back ...");
        List<ReturnedObject> returned = await ReceiveAsync(archive, samples, cancellationToken);

        bool passed = true;
        foreach (DemoSample sample in samples)
        {
            passed &= await ShowAsync(node.Database, sample, returned, cancellationToken);
        }

        Console.WriteLine();
        Console.WriteLine($"Returned objects: {Path.Combine(folder, "received")}");
        Console.WriteLine(passed ? "Every sample came back as its truth allows." : "At least one sample did not come back as its truth allows.");
        return passed ? ExitCodes.Success : ExitCodes.Failed;
    }

    /// <summary>An earlier run's files are replaced; a folder that holds anything else is left alone.</summary>
    private static void Prepare(string folder)
    {
        const string marker = ".pacs-analyzer-demo";
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(Path.Combine(folder, marker)))
            {
                throw new UserErrorException($"{folder} is not empty and not from an earlier demo; name another folder with --out", ExitCodes.Usage);
            }

            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, marker), "Made by pacs-analyzer demo; the next one replaces this folder.\n");
    }

    private static NodeConfiguration Configure(string folder, int archivePort)
    {
        string config = Path.Combine(folder, "config");
        Directory.CreateDirectory(config);
        var values = new
        {
            Node = new { AeTitle = "PACSANALYZER", DicomAddress = "127.0.0.1", DicomPort = 0, HttpUrl = "http://127.0.0.1:0", DataDirectory = Path.Combine(folder, "node") },
            Spool = new { MinimumFreeBytes = 100_000_000 },
            Assembly = new { QuietPeriod = "00:00:02", MaximumWait = "00:01:00" },
            Reports = new { OnRefusal = "Always" },
        };
        File.WriteAllText(Path.Combine(config, "pacs-analyzer.json"), JsonSerializer.Serialize(values));
        AeTitleFile.Write(Path.Combine(config, "ae-titles.json"), new AeTitleBook(
        [
            new RemoteAe { Name = "demo-pacs", AeTitle = DemoArchive.AeTitle, Host = ["127.0.0.1"], Port = archivePort, Role = AeRole.Pacs },
            new RemoteAe { Name = "demo-modality", AeTitle = Modality, Host = ["127.0.0.1"], Port = 104, Role = AeRole.Modality, ResultsTo = ["demo-pacs"] },
        ]));
        return new ConfigurationLoader(new Hashtable(), Directory.GetCurrentDirectory(), Installation.Folder).Load(config);
    }

    private static async Task SendAsync(IReadOnlyList<DemoSample> samples, int port, CancellationToken cancellationToken)
    {
        var options = new DicomAssociationOptions { Host = "127.0.0.1", Port = port, CalledAeTitle = "PACSANALYZER", CallingAeTitle = Modality };
        foreach (DemoSample sample in samples)
        {
            Console.WriteLine($"Sending {sample.Name}: {sample.Files.Count} {(sample.Files.Count == 1 ? "image" : "images")} ...");
            SendSummary summary = await FileSender.SendAsync(options, sample.Files, new SendProgressLine(sample.Files.Count), cancellationToken);
            if (summary.Sent != sample.Files.Count)
            {
                throw new UserErrorException($"only {summary.Sent} of {sample.Files.Count} images of {sample.Name} were accepted");
            }
        }
    }

    private static async Task<List<ReturnedObject>> ReceiveAsync(DemoArchive archive, IReadOnlyList<DemoSample> samples, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var returned = new List<ReturnedObject>();
        HashSet<(string, bool)> missing = [.. samples.SelectMany(s => new[] { (s.StudyInstanceUid, true), (s.StudyInstanceUid, false) })];
        try
        {
            while (missing.Count > 0)
            {
                ReturnedObject next = await archive.Returned.ReadAsync(patience.Token);
                returned.Add(next);
                missing.Remove((next.StudyInstanceUid, next.Modality == "SR"));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Console.Error.WriteLine($"{missing.Count} objects did not come back within {Patience.TotalMinutes:0} minutes.");
        }

        return returned;
    }

    private static async Task<bool> ShowAsync(NodeDatabase database, DemoSample sample, List<ReturnedObject> returned, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        PageOf<ResultRecord> results = await database.Results.ListAsync(new ResultFilter { StudyInstanceUid = sample.StudyInstanceUid }, new Page(), cancellationToken);
        if (results.Items.Count == 0 || await database.Results.GetAsync(results.Items[0].Id, cancellationToken) is not { } detail)
        {
            Console.WriteLine($"{sample.Name}: no result");
            return false;
        }

        AnalysisResult result = ResultJson.Read(detail.DocumentJson);
        CaseVerdict verdict = CaseComparer.Compare(result, sample.Truth);
        ReturnedObject[] own = [.. returned.Where(r => r.StudyInstanceUid == sample.StudyInstanceUid)];
        bool complete = own.Any(r => r.Modality == "SR") && own.Any(r => r.Modality != "SR");
        Console.WriteLine($"{sample.Name}: {(verdict.Passed && complete ? "as expected" : "NOT as expected")}");
        foreach (string line in ResultLines.Of(result))
        {
            Console.WriteLine("  " + line);
        }

        foreach (string problem in verdict.Problems)
        {
            Console.WriteLine($"  differs: {problem}");
        }

        foreach (ReturnedObject item in own)
        {
            Console.WriteLine($"  returned: {item.Path}");
        }

        return verdict.Passed && complete;
    }
}
