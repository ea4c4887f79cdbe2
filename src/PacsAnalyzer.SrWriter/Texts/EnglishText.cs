namespace PacsAnalyzer.SrWriter.Texts;

/// <summary>English.</summary>
internal static class EnglishText
{
    internal static ReportText Value { get; } = new()
    {
        Language = ReportLanguage.English,
        ResearchUse = "For research use only. Not for primary diagnosis. Model trained on simulated images.",
        SeriesDescriptionReport = "AI measurements, research, not for primary diagnosis",
        SeriesDescriptionOverlay = "AI overlay, research, not for primary diagnosis",
        TitleHip = "Hip arthroplasty, pelvis AP",
        TitleSpine = "Vertebral bone density, CT",
        Left = "L",
        Right = "R",
        LeftHip = "Left hip",
        RightHip = "Right hip",
        BothHips = "Both hips",
        Hip = "Hip",
        SideUncertain = "side uncertain",
        Landmarks = "Landmarks",
        MeanOfL1L2 = "Mean of L1 and L2",
        Vertebra = "Vertebra {0}",
        UnnamedVertebra = "Vertebral body {0} from above, level not named",
        Limits = "limits",
        Within = "within",
        Below = "below",
        Above = "above",
        NotAssessed = "not assessed",
        NotGiven = "not given",
        NothingMeasured = "Nothing was measured",
        Abduction = "Abduction",
        Coverage = "Bone coverage",
        VerticalOffset = "Vertical offset",
        HorizontalOffset = "Horizontal offset",
        Density = "Density",
        MeanHu = "Mean HU",
        Level = "Level",
        Legend = "Legend",
        Model = "Model",
        Spacing = "Pixel spacing",
        SourceCalibration = "Density from HU, calibrated",
        SourceNetwork = "Density estimated by the network",
        PartialDescription = "Some values could not be given; each says why",
        FailedDescription = "The analysis broke off",
        OverlayDerivation = "Rendered picture with landmarks, outlines and values of an automatic analysis; for research, not for primary diagnosis",
        LeftMinusRight = "left minus right",
        SpacingSources = new Dictionary<string, string>
        {
            ["None"] = "none: no millimetres",
            ["DetectorPlane"] = "detector plane, magnified",
            ["MagnificationCorrected"] = "corrected for magnification",
            ["Calibrated"] = "calibrated",
        },
    };
}
