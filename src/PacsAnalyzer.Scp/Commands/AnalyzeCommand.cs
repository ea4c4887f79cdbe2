using System.CommandLine;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Pipeline.Series;
using PacsAnalyzer.Scp.Analysis;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.SrWriter;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>analyze</c>: files in, results and reports out, no database.</summary>
internal static class AnalyzeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "DICOM files, or folders to search.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { HelpName = "DIR", Description = "Where DIR/<SeriesInstanceUID>/ with result.json, sr.dcm, overlay.dcm, overlay.png goes.", Required = true };
        var command = new Command("analyze", "Analyses files without a node. Exit 0 all measured or excluded, 3 some refused, 1 some failed or unreadable.") { paths, output, Verb.Config };
        command.Handle((parse, token) => Task.FromResult(Run(Verb.LoadConfiguration(parse), parse.GetValue(paths)!, parse.GetValue(output)!, token)));
        return command;
    }

    private static int Run(NodeConfiguration configuration, string[] paths, string output, CancellationToken cancellationToken)
    {
        foreach (string path in paths.Where(p => !File.Exists(p) && !Directory.Exists(p)))
        {
            throw new UserErrorException($"there is no file or folder {path}", ExitCodes.Usage);
        }

        using NodeModels models = EvaluateCommand.LoadModels(configuration);
        ScanResult scan = SeriesScanner.Scan(paths, cancellationToken);
        foreach (UnreadableFile unreadable in scan.Unreadable)
        {
            Console.Error.WriteLine($"{unreadable.File}: {unreadable.Reason}");
        }

        var reports = new ReportFactory(configuration, TimeProvider.System);
        bool failed = scan.Unreadable.Count > 0, refused = false;
        foreach (ScannedSeries series in scan.Series)
        {
            AnalysisStatus? status = Analyse(configuration, models, reports, series, output, cancellationToken);
            failed |= status == AnalysisStatus.Failed;
            refused |= status == AnalysisStatus.Refused;
        }

        return failed ? ExitCodes.Failed : refused ? ExitCodes.Refused : ExitCodes.Success;
    }

    private static AnalysisStatus? Analyse(NodeConfiguration configuration, NodeModels models, ReportFactory reports, ScannedSeries series, string output, CancellationToken cancellationToken)
    {
        RoutingDecision decision = RoutingRules.Default.Decide(series.Headers);
        if (decision.Excluded || decision.Pipeline is null)
        {
            Console.WriteLine($"{series.SeriesInstanceUid}: excluded by rule {decision.RuleId}: {decision.Explanation}");
            return null;
        }

        AnalysisResult result = models.Pipelines.Analyse(decision.Pipeline, new AnalysisRequest(series.Files, AnalysisSetup.Options(configuration)), cancellationToken);
        // A UID comes from a file and names a folder: nothing but digits and dots gets that far.
        if (!DicomUID.IsValid(series.SeriesInstanceUid))
        {
            Console.Error.WriteLine("A series with a SeriesInstanceUID (0020,000E) that is no UID is not analysed.");
            return AnalysisStatus.Failed;
        }

        string folder = Path.Combine(output, series.SeriesInstanceUid);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "result.json"), ResultJson.Write(result));
        if (result.Status != AnalysisStatus.Failed)
        {
            ReportObjects objects = reports.Make(result, series.Files, series.SeriesInstanceUid, null);
            File.WriteAllBytes(Path.Combine(folder, "sr.dcm"), ReportFactory.Bytes(objects.StructuredReport));
            File.WriteAllBytes(Path.Combine(folder, "overlay.dcm"), ReportFactory.Bytes(objects.Overlay));
            File.WriteAllBytes(Path.Combine(folder, "overlay.png"), objects.OverlayPng);
        }

        foreach (string line in ResultLines.Of(result))
        {
            Console.WriteLine(line);
        }

        return result.Status;
    }
}
