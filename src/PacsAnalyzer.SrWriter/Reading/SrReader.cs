using System.Globalization;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Reading;

/// <summary>Reads a report of ours back into values: for the gate before it leaves, and for tests.</summary>
public static class SrReader
{
    /// <summary>Reads a report.</summary>
    /// <param name="report">The data set of the report.</param>
    /// <exception cref="DicomDataException">It is no report of TID 1500.</exception>
    public static DecodedReport Read(DicomDataset report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var root = new SrNode(report);
        if (root.ValueType != "CONTAINER" || !Codes.ImagingMeasurementReport.Equals(root.Name) || root.TemplateId != "1500")
        {
            throw new DicomDataException(DicomTag.ConceptNameCodeSequence, "is not that of an Imaging Measurement Report (TID 1500)");
        }

        List<SrNode> groups = [.. root.All(Codes.ImagingMeasurements).SelectMany(node => node.All(Codes.MeasurementGroup))];
        List<SrNode> evaluations = [.. root.All(Codes.QualitativeEvaluations).SelectMany(node => node.Children)];
        CodedConcept? procedure = root.First(Codes.ProcedureReported)?.Code;
        return new DecodedReport
        {
            SopClassUid = report.GetSingleValue<string>(DicomTag.SOPClassUID),
            SopInstanceUid = report.GetSingleValue<string>(DicomTag.SOPInstanceUID),
            StudyInstanceUid = report.GetSingleValue<string>(DicomTag.StudyInstanceUID),
            Language = root.First(Codes.Language)?.Code?.Value,
            DeviceUid = root.First(Codes.DeviceObserverUid)?.Uid,
            StationAeTitle = root.First(Codes.StationAeTitle)?.Text,
            Procedure = procedure,
            Pipeline = Codes.HipAnalysis.Equals(procedure) ? "pelvis-ap" : Codes.SpineAnalysis.Equals(procedure) ? "spine-ct" : null,
            Status = Value(evaluations, Codes.ResultStatus)?.Code?.Value switch
            {
                "MEASURED" => AnalysisStatus.Measured,
                "REFUSED" => AnalysisStatus.Refused,
                "FAILED" => AnalysisStatus.Failed,
                _ => null,
            },
            Reasons = [.. evaluations.Where(n => Codes.Reason.Equals(n.Name)).Select(n => new ResultReason(n.Code?.Value ?? "", n.First(Codes.Comment)?.Text ?? ""))],
            Spacing = Spacing(Value(evaluations, Codes.SpacingSource)?.Text),
            DensitySource = Value(evaluations, Codes.DensitySource)?.Text,
            Quality = Quality(evaluations),
            Groups = [.. groups.Select(GroupReader.Read)],
            Landmarks = [.. groups.Where(g => Codes.LandmarkSet.Equals(g.First(Codes.Finding)?.Code)).SelectMany(g => g.All(Codes.Confidence)).Select(GroupReader.Landmark)],
            Vertebrae = [.. groups.Where(g => Codes.VertebralBody.Equals(g.First(Codes.Finding)?.Code) && g.First(Codes.Confidence) is not null).Select(GroupReader.Vertebra)],
            ImageLibrary = [.. root.All(Codes.ImageLibrary).SelectMany(n => n.Everything()).Select(n => n.ReferencedInstance).OfType<string>()],
            ReferencedInstances = root.Everything().Select(n => n.ReferencedInstance).OfType<string>().ToHashSet(),
            Evidence = Evidence(report),
        };
    }

    private static SrNode? Value(List<SrNode> evaluations, CodedConcept name) => evaluations.Find(n => name.Equals(n.Name));

    private static SpacingInfo? Spacing(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string[] parts = text.Split(": ");
        double[] mm = parts.Length < 2 ? [] : [.. parts[1].Replace(" mm", "", StringComparison.Ordinal).Split(" x ").Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
        return Enum.TryParse(parts[0], out SpacingSource source) ? new SpacingInfo(mm, source) : null;
    }

    private static Dictionary<string, double> Quality(List<SrNode> evaluations)
    {
        var quality = new Dictionary<string, double>();
        foreach (string text in evaluations.Where(n => Codes.QualityFigure.Equals(n.Name)).Select(n => n.Text).OfType<string>())
        {
            int equals = text.LastIndexOf('=');
            if (equals > 0 && double.TryParse(text.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                quality[text[..equals]] = value;
            }
        }

        return quality;
    }

    private static HashSet<string> Evidence(DicomDataset report) => report.GetItems(DicomTag.CurrentRequestedProcedureEvidenceSequence)
        .SelectMany(study => study.GetItems(DicomTag.ReferencedSeriesSequence))
        .SelectMany(series => series.GetItems(DicomTag.ReferencedSOPSequence))
        .Select(item => item.GetString(DicomTag.ReferencedSOPInstanceUID))
        .OfType<string>()
        .ToHashSet();
}
