namespace PacsAnalyzer.SrWriter.Texts;

/// <summary>Chinese, simplified characters.</summary>
internal static class ChineseText
{
    internal static ReportText Value { get; } = new()
    {
        Language = ReportLanguage.Chinese,
        ResearchUse = "仅供研究使用，不得作为主要诊断依据。模型由模拟图像训练。",
        SeriesDescriptionReport = "AI测量 研究用 not for primary diagnosis",
        SeriesDescriptionOverlay = "AI叠加图 研究用 not for primary diagnosis",
        TitleHip = "髋关节置换 骨盆正位",
        TitleSpine = "椎体骨密度 CT",
        Left = "L",
        Right = "R",
        LeftHip = "左髋",
        RightHip = "右髋",
        BothHips = "双髋",
        Hip = "髋关节",
        SideUncertain = "侧别不确定",
        Landmarks = "标志点",
        MeanOfL1L2 = "L1与L2平均",
        Vertebra = "椎体 {0}",
        UnnamedVertebra = "自上而下第{0}个椎体，节段未定",
        Limits = "范围",
        Within = "范围内",
        Below = "偏低",
        Above = "偏高",
        NotAssessed = "不作判断",
        NotGiven = "未给出",
        NothingMeasured = "未进行测量",
        Abduction = "外展角",
        Coverage = "骨覆盖率",
        VerticalOffset = "垂直偏移",
        HorizontalOffset = "水平偏移",
        Density = "骨密度",
        MeanHu = "平均HU",
        Level = "节段",
        Legend = "图例",
        Model = "模型",
        Spacing = "像素间距",
        SourceCalibration = "骨密度由HU校准得出",
        SourceNetwork = "骨密度由网络估计",
        PartialDescription = "部分数值无法给出，均注明原因",
        FailedDescription = "分析中断",
        OverlayDerivation = "自动分析的标志点、轮廓和数值叠加图；仅供研究，不得作为主要诊断依据",
        LeftMinusRight = "左减右",
        SpacingSources = new Dictionary<string, string>
        {
            ["None"] = "无，不给出毫米值",
            ["DetectorPlane"] = "探测器平面，含放大",
            ["MagnificationCorrected"] = "已校正放大率",
            ["Calibrated"] = "已校准",
        },
    };
}
