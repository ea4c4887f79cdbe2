using PacsAnalyzer.Pipeline;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>Whether a result is told to the PACS; pure.</summary>
internal static class ReportPolicy
{
    /// <summary>A measured result is always told; a refused one as <c>Reports:OnRefusal</c> has it; a failed one never (the operator is told).</summary>
    /// <param name="result">The result.</param>
    /// <param name="policy">Configured policy.</param>
    /// <param name="askedFor">Whether the request or protocol asks for this analysis.</param>
    public static bool IsReported(AnalysisResult result, RefusalPolicy policy, bool askedFor) => result.Status switch
    {
        AnalysisStatus.Measured => true,
        AnalysisStatus.Failed => false,
        _ => policy switch
        {
            RefusalPolicy.Always => true,
            RefusalPolicy.Never => false,
            _ => askedFor || (result.Pipeline == PipelineNames.Pelvis && ProsthesisSeen(result)),
        },
    };

    // A film of a pelvis without a prosthesis is everyday work: the reader is not told that nothing was measured.
    private static bool ProsthesisSeen(AnalysisResult result) =>
        result.Landmarks.Any(l => l.Name.StartsWith("cup", StringComparison.Ordinal))
        && !result.Reasons.Any(r => r.Code is ReasonCodes.NoProsthesis or ReasonCodes.NotAPelvis);
}
