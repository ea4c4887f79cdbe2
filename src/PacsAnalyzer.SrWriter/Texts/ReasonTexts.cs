using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Coding;

namespace PacsAnalyzer.SrWriter.Texts;

/// <summary>The reasons of <see cref="ReasonCodes"/> and the flags of vertebral bodies as coded concepts with words for people.</summary>
internal static class ReasonTexts
{
    private static readonly Dictionary<string, CodedConcept> Known = new[]
    {
        Codes.Own(ReasonCodes.NotAPelvis, "No pelvis is seen", "图像中未见骨盆"),
        Codes.Own(ReasonCodes.NotAp, "Not an antero-posterior view", "非前后位"),
        Codes.Own(ReasonCodes.NoProsthesis, "No hip prosthesis is seen", "未见髋关节假体"),
        Codes.Own(ReasonCodes.TooFewSlices, "Too few slices for a volume", "层数过少"),
        Codes.Own(ReasonCodes.Gaps, "Slices are missing inside the volume", "序列中缺少层面"),
        Codes.Own(ReasonCodes.Localizer, "Localizer image", "定位像"),
        Codes.Own(ReasonCodes.NoVertebra, "No vertebral body was found", "未识别到椎体"),
        Codes.Own(ReasonCodes.LowConfidence, "The network is not sure enough", "网络置信度不足"),
        Codes.Own(ReasonCodes.SideUncertain, "Tags and marker disagree about the side", "侧别标记与标签不一致"),
        Codes.Own(ReasonCodes.PatientMismatch, "Two patients in one study", "同一检查中出现两名患者"),
        Codes.Own(ReasonCodes.NoSpacing, "No pixel spacing: no millimetres", "无像素间距，无法给出毫米值"),
        Codes.Own(ReasonCodes.DetectorPlane, "Detector-plane spacing: millimetres not assessed", "仅有探测器平面间距，毫米值不作判断"),
        Codes.Own(ReasonCodes.Implausible, "Landmarks do not form a plausible pelvis", "标志点组合不合理"),
        Codes.Own(ReasonCodes.NoPixelData, "An image has no pixel data", "图像无像素数据"),
        Codes.Own(ReasonCodes.NoGeometry, "Position or orientation is missing", "缺少位置或方向信息"),
        Codes.Own(ReasonCodes.NoKvp, "Tube voltage unknown: density not assessed", "管电压未知，骨密度不作判断"),
        Codes.Own(ReasonCodes.NotCalibrated, "No calibration of this scanner: not assessed", "该扫描仪无校准，不作判断"),
        Codes.Own(ReasonCodes.Contrast, "Contrast agent: density not assessed", "使用对比剂，骨密度不作判断"),
        Codes.Own(ReasonCodes.NotDecodable, "The pixel data cannot be decoded here", "像素数据无法解码"),
        Codes.Own(ReasonCodes.LandmarkMissing, "A landmark it needs was not found", "缺少所需标志点"),
        Codes.Own(ReasonCodes.Bilateral, "Both hips replaced: left minus right, no limits", "双侧置换：左减右，无参考范围"),
        Codes.Own(ReasonCodes.BodyExcluded, "Vertebral body left out", "椎体不计入"),
        Codes.Own(ReasonCodes.ModelUnavailable, "The model cannot be used", "模型不可用"),
        Codes.Own(ReasonCodes.AmbiguousCalibration, "Several calibrations match this scanner", "该扫描仪匹配多个校准"),
        Codes.Own(ReasonCodes.NoAnchor, "No sacrum in view: levels not named", "视野内无骶骨，节段未定"),
        Codes.Own(ReasonCodes.ThickSlices, "Thick slices limit the accuracy", "层厚较大，精度受限"),
        Codes.Own("FRACTURE", "Fracture", "骨折"),
        Codes.Own("METAL", "Metal", "金属"),
        Codes.Own("OSTEOPHYTE", "Osteophyte", "骨赘"),
        Codes.Own("CUT_OFF", "Cut off by the edge of the picture", "被图像边缘截断"),
    }.ToDictionary(concept => concept.Value);

    /// <summary>The concept of a reason code; one that is not listed means itself.</summary>
    internal static CodedConcept Concept(string code) =>
        Known.TryGetValue(code, out CodedConcept? concept) ? concept : new CodedConcept(code, Codes.PrivateScheme, code.Length > 64 ? code[..64] : code);

    /// <summary>Words for a reason code.</summary>
    internal static string Text(string code, ReportLanguage language) => Concept(code).MeaningIn(language);
}
