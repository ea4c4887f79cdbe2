using System.Globalization;
using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Writes a content tree as data sets (PS3.3 section C.17.3).</summary>
/// <param name="language">Which meanings of our own codes are written.</param>
internal sealed class ContentEncoder(ReportLanguage language)
{
    private const string MappingResourceUid = "1.2.840.10008.8.1.1";

    /// <summary>Decimals that people see; the exact value goes into Floating Point Value (0040,A161).</summary>
    private const int ShownDecimals = 3;

    /// <summary>Writes an item and its children into a data set: that of the document for the root.</summary>
    internal void Encode(ContentItem item, DicomDataset target)
    {
        if (item.Relationship != Relationship.None)
        {
            target.AddOrUpdate(DicomTag.RelationshipType, Term(item.Relationship));
        }

        target.AddOrUpdate(DicomTag.ValueType, item.ValueType);
        if (item.Name is not null)
        {
            target.AddOrUpdate(DicomTag.ConceptNameCodeSequence, CodeSequences.Item(item.Name, language));
        }

        Value(item, target);
        if (item.Children.Count > 0)
        {
            target.AddOrUpdate(DicomTag.ContentSequence, [.. item.Children.Select(Child)]);
        }
    }

    private DicomDataset Child(ContentItem item)
    {
        var dataset = new DicomDataset();
        Encode(item, dataset);
        return dataset;
    }

    private void Value(ContentItem item, DicomDataset target)
    {
        switch (item)
        {
            case ContainerItem container:
                target.AddOrUpdate(DicomTag.ContinuityOfContent, "SEPARATE");
                if (container.TemplateId is not null)
                {
                    target.AddOrUpdate(DicomTag.ContentTemplateSequence, new DicomDataset()
                        .Add(DicomTag.MappingResource, "DCMR")
                        .Add(DicomTag.MappingResourceUID, MappingResourceUid)
                        .Add(DicomTag.TemplateIdentifier, container.TemplateId));
                }

                break;
            case CodeItem code:
                target.AddOrUpdate(DicomTag.ConceptCodeSequence, CodeSequences.Item(code.Value, language));
                break;
            case TextItem text:
                target.AddOrUpdate(DicomTag.TextValue, text.Value);
                break;
            case UidRefItem uid:
                target.AddOrUpdate(DicomTag.UID, uid.Uid);
                break;
            case DateItem date:
                target.AddOrUpdate(DicomTag.Date, date.Value);
                break;
            case DateTimeItem moment:
                target.AddOrUpdate(DicomTag.DateTime, moment.Text);
                break;
            case NumItem number:
                Number(number, target);
                break;
            case ImageItem image:
                target.AddOrUpdate(DicomTag.ReferencedSOPSequence, References.Item(image.Image));
                break;
            case ScoordItem scoord:
                target.AddOrUpdate(DicomTag.GraphicType, scoord.GraphicType);
                target.AddOrUpdate(DicomTag.GraphicData, [.. scoord.Points.SelectMany(p => (float[])[(float)p.Column, (float)p.Row])]);
                break;
            case Scoord3DItem scoord:
                target.AddOrUpdate(DicomTag.GraphicType, "POLYGON");
                target.AddOrUpdate(DicomTag.GraphicData, [.. scoord.Points.SelectMany(p => p.Select(v => (float)v))]);
                target.AddOrUpdate(DicomTag.ReferencedFrameOfReferenceUID, scoord.FrameOfReferenceUid);
                break;
            default:
                throw new ArgumentException($"{item.ValueType} items are not written.", nameof(item));
        }
    }

    private void Number(NumItem number, DicomDataset target)
    {
        if (number.Value is not double value || number.Unit is null)
        {
            target.AddOrUpdate(DicomTag.MeasuredValueSequence, Array.Empty<DicomDataset>());
            if (number.Qualifier is not null)
            {
                target.AddOrUpdate(DicomTag.NumericValueQualifierCodeSequence, CodeSequences.Item(number.Qualifier, language));
            }

            return;
        }

        double shown = Math.Round(value, ShownDecimals, MidpointRounding.AwayFromZero);
        DicomDataset measured = new DicomDataset()
            .Add(DicomTag.MeasurementUnitsCodeSequence, CodeSequences.Item(number.Unit, language));
        if (shown == value)
        {
            measured.Add(DicomTag.NumericValue, value);
        }
        else
        {
            measured.Add(DicomTag.NumericValue, shown.ToString("0.###", CultureInfo.InvariantCulture)).Add(DicomTag.FloatingPointValue, value);
        }

        target.AddOrUpdate(DicomTag.MeasuredValueSequence, measured);
    }

    private static string Term(Relationship relationship) => relationship switch
    {
        Relationship.Contains => "CONTAINS",
        Relationship.HasObsContext => "HAS OBS CONTEXT",
        Relationship.HasConceptMod => "HAS CONCEPT MOD",
        Relationship.HasProperties => "HAS PROPERTIES",
        Relationship.HasAcqContext => "HAS ACQ CONTEXT",
        Relationship.InferredFrom => "INFERRED FROM",
        Relationship.SelectedFrom => "SELECTED FROM",
        _ => throw new ArgumentOutOfRangeException(nameof(relationship), relationship, "The root has no relationship."),
    };
}
