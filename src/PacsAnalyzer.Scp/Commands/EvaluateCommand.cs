using System.CommandLine;
using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Evaluation;
using PacsAnalyzer.Scp.Analysis;
using PacsAnalyzer.Scp.Configuration;

namespace PacsAnalyzer.Scp.Commands;

/// <summary><c>evaluate</c>: the tables of both methods over cases with a known truth.</summary>
internal static class EvaluateCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of cases; a case is a folder with *.dcm and truth.json." };
        var command = new Command("evaluate", "Analyses every case of a folder and prints landmark, measurement, mask and density errors against truth.json. Exit 1 when a case could not be read.") { folder, Verb.Config, Verb.Json };
        command.Handle((parse, token) => Task.FromResult(Run(parse, parse.GetValue(folder)!, token)));
        return command;
    }

    private static int Run(ParseResult parse, string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new UserErrorException($"there is no folder {folder}", ExitCodes.Usage);
        }

        NodeConfiguration configuration = Verb.LoadConfiguration(parse);
        using NodeModels models = LoadModels(configuration);
        int total = Evaluator.FindCases(folder).Count;
        if (total == 0)
        {
            throw new UserErrorException($"{folder} holds no case: a case is a folder with *.dcm files and a truth.json", ExitCodes.Usage);
        }

        EvaluationReport report = Evaluator.Run(folder, models.Pipelines.Analyse, AnalysisSetup.Options(configuration),
            (done, of, _) => Console.Error.WriteLine($"{done}/{of}"), cancellationToken);
        Console.WriteLine(parse.GetValue(Verb.Json) ? Evaluator.ToJson(report) : EvaluationText.Write(report));
        return report.Skipped.Count == 0 ? ExitCodes.Success : ExitCodes.Failed;
    }

    /// <summary>Models of a configuration, an ONNX Runtime that is missing told as an error of the installation.</summary>
    public static NodeModels LoadModels(NodeConfiguration configuration)
    {
        try
        {
            return NodeModels.Load(configuration);
        }
        catch (OnnxRuntimeMissingException e)
        {
            throw new UserErrorException(e.Message);
        }
    }
}
