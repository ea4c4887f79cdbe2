using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1410, Planar ROI Measurements and Qualitative Evaluations: exactly one region, then TID 1419.</summary>
internal static class Tid1410PlanarRoi
{
    /// <summary>Builds a group.</summary>
    /// <param name="header">What it is about.</param>
    /// <param name="region">SCOORD (closed polyline on an image) or SCOORD3D (polygon) named Image Region.</param>
    /// <param name="language">Language of the report.</param>
    /// <param name="content">Numbers without coordinates of their own, then evaluations.</param>
    /// <exception cref="ArgumentException">The region is of another kind, or a number has coordinates of its own.</exception>
    internal static ContentItem Build(GroupHeader header, ContentItem region, ReportLanguage language, IReadOnlyCollection<ContentItem> content)
    {
        if (region is not (ScoordItem or Scoord3DItem) || !Codes.ImageRegion.Equals(region.Name))
        {
            throw new ArgumentException("The region of TID 1410 is an SCOORD or SCOORD3D named Image Region.", nameof(region));
        }

        if (content.SelectMany(item => item.Children).Any(child => child is ScoordItem or Scoord3DItem))
        {
            throw new ArgumentException("In TID 1410 the region belongs to the group, not to a number.", nameof(content));
        }

        return new ContainerItem(Relationship.Contains, Codes.MeasurementGroup, "1410")
            .Add(Tid4108TrackingIdentifier.Build(header.TrackingIdentifier, header.TrackingUid))
            .Add(new CodeItem(Relationship.Contains, Codes.Finding, header.Finding))
            .Add(region)
            .Add(Tid1419RoiMeasurements.Build(header, language, content));
    }
}
