namespace PacsAnalyzer.SrWriter.Texts;

/// <summary>Sentences and labels of reports and overlays that are no code meanings, in one language.</summary>
internal sealed record ReportText
{
    internal required ReportLanguage Language { get; init; }

    internal required string ResearchUse { get; init; }

    internal required string SeriesDescriptionReport { get; init; }

    internal required string SeriesDescriptionOverlay { get; init; }

    internal required string TitleHip { get; init; }

    internal required string TitleSpine { get; init; }

    internal required string Left { get; init; }

    internal required string Right { get; init; }

    internal required string LeftHip { get; init; }

    internal required string RightHip { get; init; }

    internal required string BothHips { get; init; }

    internal required string Hip { get; init; }

    internal required string SideUncertain { get; init; }

    internal required string Landmarks { get; init; }

    internal required string MeanOfL1L2 { get; init; }

    /// <summary>With {0} for the level.</summary>
    internal required string Vertebra { get; init; }

    /// <summary>With {0} for the number from above.</summary>
    internal required string UnnamedVertebra { get; init; }

    internal required string Limits { get; init; }

    internal required string Within { get; init; }

    internal required string Below { get; init; }

    internal required string Above { get; init; }

    internal required string NotAssessed { get; init; }

    internal required string NotGiven { get; init; }

    internal required string NothingMeasured { get; init; }

    internal required string Abduction { get; init; }

    internal required string Coverage { get; init; }

    internal required string VerticalOffset { get; init; }

    internal required string HorizontalOffset { get; init; }

    internal required string Density { get; init; }

    internal required string MeanHu { get; init; }

    internal required string Level { get; init; }

    internal required string Legend { get; init; }

    internal required string Model { get; init; }

    internal required string Spacing { get; init; }

    internal required string SourceCalibration { get; init; }

    internal required string SourceNetwork { get; init; }

    internal required string PartialDescription { get; init; }

    internal required string FailedDescription { get; init; }

    internal required string OverlayDerivation { get; init; }

    internal required string LeftMinusRight { get; init; }

    internal required IReadOnlyDictionary<string, string> SpacingSources { get; init; }

    /// <summary>The texts of a language.</summary>
    internal static ReportText In(ReportLanguage language) => language == ReportLanguage.Chinese ? ChineseText.Value : EnglishText.Value;
}
