using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Evaluation;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Pipeline.Tests.Evaluation;

/// <summary>The bundled models on the bundled samples: each must come out as its truth allows.</summary>
public sealed class SampleTests
{
    private static readonly Lazy<PipelineSet> Models = new(() => PipelineSet.Create(Path.Combine(RepositoryRoot.Path, "models"), new SessionOptions { Provider = InferenceProvider.Cpu }));

    public static TheoryData<string> Samples
    {
        get
        {
            string folder = Path.Combine(RepositoryRoot.Path, "samples");
            string[] cases = Directory.Exists(folder) ? [.. Evaluator.FindCases(folder).Select(c => Path.GetRelativePath(folder, c))] : [];
            return [.. cases.Length == 0 ? [""] : cases];
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_comes_out_as_its_truth_allows(string name)
    {
        Assert.SkipWhen(name.Length == 0, "The checkout has no samples.");
        string folder = Path.Combine(RepositoryRoot.Path, "samples", name);
        CaseTruth truth = CaseTruth.Read(folder);
        PipelineSet models;
        try
        {
            models = Models.Value;
        }
        catch (OnnxRuntimeMissingException e)
        {
            Assert.Skip(e.Message);
            throw;
        }

        models.Find(truth.Pipeline).ShouldNotBeNull(models.Problems.GetValueOrDefault(truth.Pipeline));
        AnalysisResult result = models.Analyse(truth.Pipeline, new AnalysisRequest([.. Directory.GetFiles(folder, "*.dcm")], new AnalysisOptions()), CancellationToken.None);
        CaseVerdict verdict = CaseComparer.Compare(result, truth);
        verdict.Problems.ShouldBeEmpty();
    }
}
