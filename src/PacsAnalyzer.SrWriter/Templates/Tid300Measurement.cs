using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 300, Measurement: a number with what it was inferred from (TID 320), its algorithm and its properties.</summary>
internal static class Tid300Measurement
{
    /// <summary>Builds the number of a result.</summary>
    /// <param name="measurement">Its value may be absent; the qualifier then says whether it failed or was not tried.</param>
    /// <param name="algorithm">What computed it.</param>
    /// <param name="language">For equivalents of standard names.</param>
    /// <param name="sources">Coordinates by INFERRED FROM.</param>
    internal static ContentItem Build(Measurement measurement, Algorithm? algorithm, ReportLanguage language, params IEnumerable<ContentItem?> sources)
    {
        CodedConcept name = Codes.MeasurementOf(measurement.Code);
        NumItem item = measurement.Value is double value
            ? NumItem.Of(Relationship.Contains, name, value, Units.Of(measurement.Unit))
            : NumItem.Absent(Relationship.Contains, name, measurement.Reason == ReasonCodes.NoSpacing ? Codes.MeasurementNotAttempted : Codes.MeasurementFailure);
        return item
            .Add(Modifiers(measurement.Code))
            .Add(Tid1210EquivalentMeaning.OfName(name, language))
            .Add(algorithm is null ? [] : Tid4019AlgorithmIdentification.Build(algorithm))
            .Add(sources)
            .Add(Tid310MeasurementProperties.Build(measurement));
    }

    /// <summary>A figure beside the measurements: no limits, no judgement.</summary>
    internal static ContentItem Figure(CodedConcept name, double value, CodedConcept unit, Algorithm? algorithm, params IEnumerable<ContentItem?> children) =>
        NumItem.Of(Relationship.Contains, name, value, unit)
            .Add(algorithm is null ? [] : Tid4019AlgorithmIdentification.Build(algorithm))
            .Add(children);

    private static IEnumerable<ContentItem> Modifiers(string code) => code switch
    {
        "MEAN-HU" => [new CodeItem(Relationship.HasConceptMod, Codes.Derivation, Codes.Mean)],
        "VBMD-TRAB" => [new CodeItem(Relationship.HasConceptMod, Codes.ReferenceMaterial, Codes.Hydroxyapatite)],
        "VBMD-L1L2" =>
        [
            new CodeItem(Relationship.HasConceptMod, Codes.Derivation, Codes.Mean),
            new CodeItem(Relationship.HasConceptMod, Codes.ReferenceMaterial, Codes.Hydroxyapatite),
        ],
        _ => [],
    };
}
