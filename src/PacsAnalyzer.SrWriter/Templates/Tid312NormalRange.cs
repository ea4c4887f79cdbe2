using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 312, Normal Range Properties; an open end is left out.</summary>
internal static class Tid312NormalRange
{
    internal static IEnumerable<ContentItem?> Build(Measurement measurement)
    {
        if (measurement.Range is not { Count: 2 } range)
        {
            return [];
        }

        CodedConcept unit = Units.Of(measurement.Unit);
        return
        [
            range[0] is double lower ? NumItem.Of(Relationship.HasProperties, Codes.RangeLower, lower, unit) : null,
            range[1] is double upper ? NumItem.Of(Relationship.HasProperties, Codes.RangeUpper, upper, unit) : null,
            TextItem.Optional(Relationship.HasProperties, Codes.RangeAuthority, measurement.RangeSource),
        ];
    }
}
