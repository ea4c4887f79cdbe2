using System.Globalization;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Templates;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Measurement groups of a spine: one a vertebral body, one of the mean of L1 and L2.</summary>
internal sealed class SpineGroups(ReportContext context)
{
    internal List<ContentItem> Build()
    {
        AnalysisResult result = context.Result;
        IReadOnlyList<IReadOnlyList<Measurement>> own = VertebraMeasurements.Assign(result, out IReadOnlyList<Measurement> rest);
        List<ContentItem> groups = [.. result.Vertebrae.Select((vertebra, i) => Body(vertebra, i, own[i]))];
        if (rest.Count > 0)
        {
            var header = new GroupHeader(context.Text.MeanOfL1L2, context.TrackingUid("mean"), Codes.VertebralBody, Codes.MethodRegion,
                [new FindingSite(Codes.Vertebrae["L1"]), new FindingSite(Codes.Vertebrae["L2"])]);
            groups.Add(Tid1501MeasurementGroup.Build(header, context.Language,
                [.. rest.Select(m => Tid300Measurement.Build(m, context.Algorithm, context.Language))]));
        }

        return groups;
    }

    private ContentItem Body(VertebraResult vertebra, int index, IReadOnlyList<Measurement> measurements)
    {
        string number = (index + 1).ToString(CultureInfo.InvariantCulture);
        string name = vertebra.Level is { } level
            ? string.Format(CultureInfo.InvariantCulture, context.Text.Vertebra, level)
            : string.Format(CultureInfo.InvariantCulture, context.Text.UnnamedVertebra, number);
        CodedConcept site = vertebra.Level is not null && Codes.Vertebrae.TryGetValue(vertebra.Level, out CodedConcept? named) ? named : Codes.Vertebra;
        var header = new GroupHeader(name, context.TrackingUid("vertebra-" + (vertebra.Level ?? "#" + number)), Codes.VertebralBody, Codes.MethodRegion, [new FindingSite(site)]);
        List<ContentItem> content =
        [
            .. measurements.Select(m => Tid300Measurement.Build(m, context.Algorithm, context.Language)),
            Tid300Measurement.Figure(Codes.Area, vertebra.AreaMm2, Units.SquareMillimetre, context.Algorithm),
            Tid300Measurement.Figure(Codes.Confidence, vertebra.Confidence, Units.One, context.Algorithm),
            .. vertebra.Flags.Select(flag => new CodeItem(Relationship.Contains, Codes.BodyFlag, ReasonTexts.Concept(flag))),
        ];
        return Region(vertebra) is { } region
            ? Tid1410PlanarRoi.Build(header, region, context.Language, content)
            : Tid1501MeasurementGroup.Build(header, context.Language, content);
    }

    /// <summary>The outline: on the acquired image it was drawn on; else in patient space; else, where the form has no patient
    /// space, on the overlay that is returned with the report. Null where there is none.</summary>
    private ContentItem? Region(VertebraResult vertebra)
    {
        if (vertebra.PolygonPixels is { Points.Count: >= 3 } pixels)
        {
            return new ScoordItem(Relationship.Contains, Codes.ImageRegion, "POLYLINE", Closed(pixels.Points.Select(p => (p[0], p[1]))), context.Image(pixels.SopInstanceUid));
        }

        if (vertebra.PolygonPatientMm.Count < 3)
        {
            return null;
        }

        if (context.Options.Form == ReportForm.Comprehensive3D)
        {
            string? frame = context.Result.Plane?.FrameOfReferenceUid ?? context.Source.First.GetString(DicomTag.FrameOfReferenceUID);
            return string.IsNullOrEmpty(frame) ? null : new Scoord3DItem(Relationship.Contains, Codes.ImageRegion, vertebra.PolygonPatientMm, frame);
        }

        return context.PlaneOnOverlay is { } shown && context.Result.Plane is { } plane
            ? new ScoordItem(Relationship.Contains, Codes.ImageRegion, "POLYLINE",
                Closed(vertebra.PolygonPatientMm.Select(p => plane.FromPatient(p)).Select(p => shown.ToOverlay(p.Column, p.Row))), shown.Overlay)
            : null;
    }

    private static List<(double Column, double Row)> Closed(IEnumerable<(double Column, double Row)> points)
    {
        List<(double Column, double Row)> list = [.. points];
        if (list[0] != list[^1])
        {
            list.Add(list[0]);
        }

        return list;
    }
}
