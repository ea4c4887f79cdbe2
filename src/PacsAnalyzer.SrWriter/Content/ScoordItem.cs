using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Content;

/// <summary>SCOORD (PS3.3 section C.18.6): column, row pairs on an image that is its SELECTED FROM child.</summary>
internal sealed class ScoordItem : ContentItem
{
    /// <summary>Makes spatial coordinates.</summary>
    /// <param name="relationship">How it stands to its parent.</param>
    /// <param name="name">What they outline.</param>
    /// <param name="graphicType">POINT, MULTIPOINT or POLYLINE.</param>
    /// <param name="points">Column, row; (0,0) is the top left corner of the top left pixel.</param>
    /// <param name="image">The image they lie on.</param>
    /// <exception cref="ArgumentException">The number of points does not suit the graphic type, or one is not finite.</exception>
    internal ScoordItem(Relationship relationship, CodedConcept name, string graphicType, IReadOnlyList<(double Column, double Row)> points, SopReference image)
        : base(relationship, name)
    {
        bool fits = graphicType switch
        {
            "POINT" => points.Count == 1,
            "MULTIPOINT" => points.Count >= 1,
            "POLYLINE" => points.Count >= 2,
            _ => throw new ArgumentException($"Graphic type {graphicType} is not used here.", nameof(graphicType)),
        };
        if (!fits || points.Any(p => !double.IsFinite(p.Column) || !double.IsFinite(p.Row)))
        {
            throw new ArgumentException($"{points.Count} points do not make a {graphicType}, or one is not finite.", nameof(points));
        }

        GraphicType = graphicType;
        Points = points;
        Add(new ImageItem(Relationship.SelectedFrom, null, image));
    }

    internal override string ValueType => "SCOORD";

    internal string GraphicType { get; }

    internal IReadOnlyList<(double Column, double Row)> Points { get; }
}
