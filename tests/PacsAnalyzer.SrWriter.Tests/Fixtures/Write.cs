using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Overlay;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Tests.Fixtures;

/// <summary>Writes reports with fixed options.</summary>
internal static class Write
{
    internal static ReportOptions Options(ReportLanguage language = ReportLanguage.English, ReportForm form = ReportForm.Comprehensive3D) => new()
    {
        Language = language,
        Form = form,
        DeviceUid = "2.25.999",
        StationAeTitle = "PACSANALYZER",
        Now = new DateTimeOffset(2026, 3, 1, 20, 30, 0, TimeSpan.Zero),
        ConfigurationHash = new string('c', 64),
        JobKey = "job-1",
        Image = Film,
    };

    internal static ReportObjects Of(string name, ReportLanguage language = ReportLanguage.English, ReportForm form = ReportForm.Comprehensive3D)
    {
        (AnalysisResult result, SourceSeries source) = Results.All[name];
        return ReportWriter.Write(result, source, Options(language, form));
    }

    /// <summary>A small grey ramp in the place of a film of 1900 x 1400.</summary>
    private static OverlayImage Film { get; } = new(1900, 1400, [.. Enumerable.Range(0, 1900 * 1400).Select(i => (float)(i % 1900))], false) { SopInstanceUid = Sources.Film };
}
