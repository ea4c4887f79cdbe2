using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Reading;

/// <summary>Coordinates that a number was inferred from.</summary>
/// <param name="Name">What they are.</param>
/// <param name="GraphicType">POINT or POLYLINE.</param>
/// <param name="SopInstanceUid">The image they lie on.</param>
/// <param name="Points">Column, row, as single-precision numbers hold them.</param>
public sealed record DecodedLine(CodedConcept Name, string GraphicType, string SopInstanceUid, IReadOnlyList<double[]> Points);
