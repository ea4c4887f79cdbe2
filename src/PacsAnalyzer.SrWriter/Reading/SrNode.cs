using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Document;

namespace PacsAnalyzer.SrWriter.Reading;

/// <summary>A content item as it stands in a data set.</summary>
internal sealed class SrNode
{
    private readonly DicomDataset _dataset;

    internal SrNode(DicomDataset dataset)
    {
        _dataset = dataset;
        Name = CodeSequences.Read(dataset, DicomTag.ConceptNameCodeSequence);
        Children = [.. dataset.GetItems(DicomTag.ContentSequence).Select(item => new SrNode(item))];
    }

    internal CodedConcept? Name { get; }

    internal IReadOnlyList<SrNode> Children { get; }

    internal string ValueType => _dataset.GetString(DicomTag.ValueType) ?? "";

    internal string? Text => _dataset.GetString(DicomTag.TextValue);

    internal string? Uid => _dataset.GetString(DicomTag.UID);

    internal CodedConcept? Code => CodeSequences.Read(_dataset, DicomTag.ConceptCodeSequence);

    internal CodedConcept? Qualifier => CodeSequences.Read(_dataset, DicomTag.NumericValueQualifierCodeSequence);

    internal string? TemplateId => _dataset.GetItems(DicomTag.ContentTemplateSequence).FirstOrDefault()?.GetString(DicomTag.TemplateIdentifier);

    /// <summary>The exact value where there is one, else the shown one; null for a number without a value.</summary>
    internal double? Number => Measured is not { } measured ? null
        : measured.TryGetSingleValue(DicomTag.FloatingPointValue, out double exact) ? exact
        : measured.TryGetSingleValue(DicomTag.NumericValue, out double shown) ? shown : null;

    internal string? Unit => Measured is { } measured ? CodeSequences.Read(measured, DicomTag.MeasurementUnitsCodeSequence)?.Value : null;

    internal string? GraphicType => _dataset.GetString(DicomTag.GraphicType);

    internal IReadOnlyList<double> GraphicData => _dataset.GetValues<double>(DicomTag.GraphicData);

    internal string? FrameOfReference => _dataset.GetString(DicomTag.ReferencedFrameOfReferenceUID);

    internal string? ReferencedInstance => _dataset.GetItems(DicomTag.ReferencedSOPSequence).FirstOrDefault()?.GetString(DicomTag.ReferencedSOPInstanceUID);

    private DicomDataset? Measured => _dataset.GetItems(DicomTag.MeasuredValueSequence).FirstOrDefault();

    /// <summary>Children of a concept.</summary>
    internal IEnumerable<SrNode> All(CodedConcept name) => Children.Where(child => name.Equals(child.Name));

    /// <summary>The first child of a concept, or null.</summary>
    internal SrNode? First(CodedConcept name) => All(name).FirstOrDefault();

    /// <summary>This node and all below it.</summary>
    internal IEnumerable<SrNode> Everything() => Children.SelectMany(child => child.Everything()).Prepend(this);
}
