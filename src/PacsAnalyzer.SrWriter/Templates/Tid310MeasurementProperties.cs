using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 310, Measurement Properties: normality, the limits (TID 312) and, beyond the template, on which side of them the
/// value lies and why it could not be given or judged.</summary>
internal static class Tid310MeasurementProperties
{
    internal static IEnumerable<ContentItem?> Build(Measurement measurement)
    {
        yield return new CodeItem(Relationship.HasProperties, Codes.Normality, measurement.Normality switch
        {
            Normality.Within => Codes.Within,
            Normality.Below or Normality.Above => Codes.Outside,
            _ => Codes.Undetermined,
        });
        if (measurement.Normality is Normality.Below or Normality.Above)
        {
            yield return new CodeItem(Relationship.HasProperties, Codes.DirectionFromLimit, measurement.Normality == Normality.Below ? Codes.Below : Codes.Above);
        }

        foreach (ContentItem? item in Tid312NormalRange.Build(measurement))
        {
            yield return item;
        }

        if (!string.IsNullOrWhiteSpace(measurement.Reason))
        {
            yield return new CodeItem(Relationship.HasProperties, Codes.Reason, ReasonTexts.Concept(measurement.Reason));
        }
    }
}
