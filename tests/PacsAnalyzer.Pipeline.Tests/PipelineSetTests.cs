using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Geometry;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Tests.Support;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Pipeline.Tests;

public sealed class PipelineSetTests
{
    [Fact]
    public void Missing_models_are_problems_not_exceptions_and_their_series_fail_by_name()
    {
        using var folder = new TemporaryFolder();
        using PipelineSet set = PipelineSet.Create(folder.Path, new SessionOptions { Provider = InferenceProvider.Cpu });
        set.Pipelines.ShouldBeEmpty();
        set.Problems.Keys.ShouldBe([PipelineNames.Pelvis, PipelineNames.Spine], ignoreOrder: true);
        set.Find(PipelineNames.Spine).ShouldBeNull();
        string[] files = new BoxSpine().Write(folder.Path, new Vector3(0, 0, 0), new Vector3(0, 0, 2), 3, new Vector3(1, 0, 0), new Vector3(0, 1, 0), 8, 8, 2);
        AnalysisResult result = set.Analyse(PipelineNames.Spine, new AnalysisRequest(files, new AnalysisOptions()), CancellationToken.None);
        result.Status.ShouldBe(AnalysisStatus.Failed);
        result.Reasons.Single().Code.ShouldBe(ReasonCodes.ModelUnavailable);
        result.SeriesInstanceUid.ShouldBe("1.2.3.4");
        ResultJson.Read(ResultJson.Write(result)).SopInstanceUids.Count.ShouldBe(3);
    }
}
