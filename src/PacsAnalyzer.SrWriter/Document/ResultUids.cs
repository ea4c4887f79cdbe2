using System.Security.Cryptography;
using System.Text;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>UIDs of the objects, derived: the same result of the same job gets the same ones, a changed one new ones. Each kind has a
/// series of its own, the same one for every analysis of a source series.</summary>
internal sealed class ResultUids
{
    internal ResultUids(AnalysisResult result, ReportOptions options)
    {
        ReportSeries = DerivedUid.Create("series", "SR", result.StudyInstanceUid, result.SeriesInstanceUid, result.Pipeline);
        OverlaySeries = DerivedUid.Create("series", "SC", result.StudyInstanceUid, result.SeriesInstanceUid, result.Pipeline);

        // How long it took is no part of what is said.
        string content = ResultJson.Write(result with { Timings = new StageTimings() });
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        string[] common =
        [
            options.JobKey, options.ConfigurationHash, hash, options.Language.ToString(), options.Preliminary ? "P" : "F", options.PredecessorSopInstanceUid ?? "",
        ];
        ReportClass = options.Form switch
        {
            ReportForm.Comprehensive => DicomUID.ComprehensiveSRStorage.Uid,
            ReportForm.Enhanced => DicomUID.EnhancedSRStorage.Uid,
            _ => DicomUID.Comprehensive3DSRStorage.Uid,
        };
        OverlayClass = DicomUID.SecondaryCaptureImageStorage.Uid;
        Report = DerivedUid.Create(["instance", "SR", ReportClass, .. common]);

        // One overlay for all forms of the report.
        Overlay = DerivedUid.Create(["instance", "SC", OverlayClass, .. common]);
    }

    internal string ReportSeries { get; }

    internal string ReportClass { get; }

    internal string Report { get; }

    internal string OverlaySeries { get; }

    internal string OverlayClass { get; }

    internal string Overlay { get; }
}
