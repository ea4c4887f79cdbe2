using System.Globalization;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Qualitative evaluations of the whole: whether it was measured, why not or what limits it, what the numbers rest on.</summary>
internal static class Evaluations
{
    internal static List<ContentItem> Build(ReportContext context)
    {
        AnalysisResult result = context.Result;
        List<ContentItem> items =
        [
            new CodeItem(Relationship.Contains, Codes.ResultStatus, result.Status switch
            {
                AnalysisStatus.Measured => Codes.StatusMeasured,
                AnalysisStatus.Refused => Codes.StatusRefused,
                _ => Codes.StatusFailed,
            }),
            .. result.Reasons.Select(Reason),
        ];
        if (result.Spacing is { } spacing)
        {
            string mm = string.Join(" x ", spacing.Mm.Select(v => v.ToString("R", CultureInfo.InvariantCulture)));
            string source = spacing.Source.ToString();
            items.Add(new TextItem(Relationship.Contains, Codes.SpacingSource, mm.Length == 0 ? source : $"{source}: {mm} mm"));
        }

        if (result.DensitySource is { Length: > 0 } density)
        {
            items.Add(new TextItem(Relationship.Contains, Codes.DensitySource, density));
        }

        items.AddRange(result.Quality.Where(q => double.IsFinite(q.Value)).OrderBy(q => q.Key, StringComparer.Ordinal)
            .Select(q => new TextItem(Relationship.Contains, Codes.QualityFigure, $"{q.Key}={q.Value.ToString("R", CultureInfo.InvariantCulture)}")));
        items.Add(new TextItem(Relationship.Contains, Codes.IntendedUse, context.Text.ResearchUse));
        return items;
    }

    private static ContentItem Reason(ResultReason reason) => new CodeItem(Relationship.Contains, Codes.Reason, ReasonTexts.Concept(reason.Code))
        .Add(TextItem.Optional(Relationship.HasProperties, Codes.Comment, reason.Text));
}
