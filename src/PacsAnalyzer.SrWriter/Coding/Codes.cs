namespace PacsAnalyzer.SrWriter.Coding;

/// <summary>Every code of the reports, once. Standard codes keep their English meaning (PS3.16 annex D); those of the private
/// scheme have a Chinese one too.</summary>
public static class Codes
{
    /// <summary>Designator of this program's own scheme, declared in Coding Scheme Identification Sequence (0008,0110).</summary>
    public const string PrivateScheme = "99PACSANALYZER";

    /// <summary>Name of the private scheme.</summary>
    public const string PrivateSchemeName = "PacsAnalyzer measurement codes";

    // Document, language, observer (TID 1500, 1204, 1001, 1002, 1004).
    internal static readonly CodedConcept ImagingMeasurementReport = Dcm("126000", "Imaging Measurement Report");
    internal static readonly CodedConcept ImagingMeasurements = Dcm("126010", "Imaging Measurements");
    internal static readonly CodedConcept QualitativeEvaluations = new("C0034375", "UMLS", "Qualitative Evaluations");
    internal static readonly CodedConcept MeasurementGroup = Dcm("125007", "Measurement Group");
    internal static readonly CodedConcept Language = Dcm("121049", "Language of Content Item and Descendants");
    internal static readonly CodedConcept English = new("en", "RFC5646", "English");
    internal static readonly CodedConcept Chinese = new("zh", "RFC5646", "Chinese");
    internal static readonly CodedConcept ObserverType = Dcm("121005", "Observer Type");
    internal static readonly CodedConcept Device = Dcm("121007", "Device");
    internal static readonly CodedConcept DeviceObserverUid = Dcm("121012", "Device Observer UID");
    internal static readonly CodedConcept DeviceObserverName = Dcm("121013", "Device Observer Name");
    internal static readonly CodedConcept DeviceObserverManufacturer = Dcm("121014", "Device Observer Manufacturer");
    internal static readonly CodedConcept DeviceObserverModel = Dcm("121015", "Device Observer Model Name");
    internal static readonly CodedConcept DeviceObserverSerial = Dcm("121016", "Device Observer Serial Number");
    internal static readonly CodedConcept DeviceObserverLocation = Dcm("121017", "Device Observer Physical Location During Observation");
    internal static readonly CodedConcept StationAeTitle = Dcm("110119", "Station AE Title");
    internal static readonly CodedConcept ProcedureReported = Dcm("121058", "Procedure reported");
    internal static readonly CodedConcept EquivalentMeaningOfName = Dcm("121050", "Equivalent Meaning of Concept Name");
    internal static readonly CodedConcept EquivalentMeaningOfValue = Dcm("121051", "Equivalent Meaning of Value");
    internal static readonly CodedConcept Comment = Dcm("121106", "Comment");

    // Image library (TID 1600, 1602, 1603, 1604).
    internal static readonly CodedConcept ImageLibrary = Dcm("111028", "Image Library");
    internal static readonly CodedConcept ImageLibraryGroup = Dcm("126200", "Image Library Group");
    internal static readonly CodedConcept Modality = Dcm("121139", "Modality");
    internal static readonly CodedConcept StudyDate = Dcm("111060", "Study Date");
    internal static readonly CodedConcept FrameOfReferenceUid = Dcm("112227", "Frame of Reference UID");
    internal static readonly CodedConcept PixelRows = Dcm("110910", "Pixel Data Rows");
    internal static readonly CodedConcept PixelColumns = Dcm("110911", "Pixel Data Columns");
    internal static readonly CodedConcept ImageView = Dcm("111031", "Image View");
    internal static readonly CodedConcept PatientOrientationRow = Dcm("111044", "Patient Orientation Row");
    internal static readonly CodedConcept PatientOrientationColumn = Dcm("111043", "Patient Orientation Column");
    internal static readonly CodedConcept HorizontalPixelSpacing = Dcm("111026", "Horizontal Pixel Spacing");
    internal static readonly CodedConcept VerticalPixelSpacing = Dcm("111066", "Vertical Pixel Spacing");
    internal static readonly CodedConcept SpacingBetweenSlices = Dcm("112226", "Spacing between slices");
    internal static readonly CodedConcept SliceThickness = Dcm("112225", "Slice Thickness");
    internal static readonly CodedConcept[] ImagePosition =
    [
        Dcm("110901", "Image Position (Patient) X"), Dcm("110902", "Image Position (Patient) Y"), Dcm("110903", "Image Position (Patient) Z"),
    ];

    internal static readonly CodedConcept[] ImageOrientation =
    [
        Dcm("110904", "Image Orientation (Patient) Row X"), Dcm("110905", "Image Orientation (Patient) Row Y"), Dcm("110906", "Image Orientation (Patient) Row Z"),
        Dcm("110907", "Image Orientation (Patient) Column X"), Dcm("110908", "Image Orientation (Patient) Column Y"), Dcm("110909", "Image Orientation (Patient) Column Z"),
    ];

    // Groups and numbers (TID 1410, 1501, 300, 310, 312, 320, 1419, 4019).
    internal static readonly CodedConcept TrackingIdentifier = Dcm("112039", "Tracking Identifier");
    internal static readonly CodedConcept TrackingUniqueIdentifier = Dcm("112040", "Tracking Unique Identifier");
    internal static readonly CodedConcept Finding = Dcm("121071", "Finding");
    internal static readonly CodedConcept FindingSite = Sct("363698007", "Finding Site");
    internal static readonly CodedConcept Laterality = Sct("272741003", "Laterality");
    internal static readonly CodedConcept MeasurementMethod = Sct("370129005", "Measurement Method");
    internal static readonly CodedConcept Derivation = Dcm("121401", "Derivation");
    internal static readonly CodedConcept Mean = Sct("373098007", "Mean");
    internal static readonly CodedConcept Normality = Dcm("121402", "Normality");
    internal static readonly CodedConcept Within = new("17621005", "SCT", "Within configured limits", "在设定范围内") { IsOwnWording = true };
    internal static readonly CodedConcept Outside = new("263654008", "SCT", "Outside configured limits", "超出设定范围") { IsOwnWording = true };
    internal static readonly CodedConcept Undetermined = new("371934000", "SCT", "Not assessed against limits", "未按范围判断") { IsOwnWording = true };
    internal static readonly CodedConcept RangeLower = Sct("385524004", "Normal Range Lower Limit");
    internal static readonly CodedConcept RangeUpper = Sct("371933006", "Normal Range Upper Limit");
    internal static readonly CodedConcept RangeAuthority = Dcm("121408", "Normal Range Authority");
    internal static readonly CodedConcept SourceOfMeasurement = Dcm("121112", "Source of Measurement");
    internal static readonly CodedConcept ImageRegion = Dcm("111030", "Image Region");
    internal static readonly CodedConcept AlgorithmName = Dcm("111001", "Algorithm Name");
    internal static readonly CodedConcept AlgorithmParameters = Dcm("111002", "Algorithm Parameters");
    internal static readonly CodedConcept AlgorithmVersion = Dcm("111003", "Algorithm Version");
    internal static readonly CodedConcept AlgorithmManufacturer = Dcm("122405", "Algorithm Manufacturer");
    internal static readonly CodedConcept AlgorithmFamily = Dcm("111000", "Algorithm Family");
    internal static readonly CodedConcept ArtificialIntelligence = Dcm("123110", "Artificial Intelligence");
    internal static readonly CodedConcept MeasurementFailure = Dcm("114006", "Measurement failure");
    internal static readonly CodedConcept MeasurementNotAttempted = Dcm("114007", "Measurement not attempted");
    internal static readonly CodedConcept ProcessingEquipment = Dcm("109102", "Processing Equipment");
    internal static readonly CodedConcept SourceImage = Dcm("121322", "Source image for image processing operation");

    // Anatomy and findings.
    internal static readonly CodedConcept Left = Sct("7771000", "Left");
    internal static readonly CodedConcept Right = Sct("24028007", "Right");
    internal static readonly CodedConcept Bilateral = Sct("51440002", "Right and left");
    internal static readonly CodedConcept Pelvis = Sct("816092008", "Pelvis");
    internal static readonly CodedConcept HipJoint = Sct("24136001", "Hip joint");
    internal static readonly CodedConcept Acetabulum = Sct("37783008", "Acetabulum");
    internal static readonly CodedConcept Ischium = Sct("85710004", "Ischium");
    internal static readonly CodedConcept TotalHipProsthesis = Sct("304120007", "Total hip replacement prosthesis");
    internal static readonly CodedConcept Hydroxyapatite = Sct("256579008", "Calcium Hydroxyapatite");
    internal static readonly CodedConcept LumbarSpine = Sct("122496007", "Lumbar spine");
    internal static readonly CodedConcept Area = Sct("42798000", "Area");
    internal static readonly CodedConcept Attenuation = Dcm("112031", "Attenuation Coefficient");
    internal static readonly CodedConcept Vertebra = Sct("51282000", "Vertebra");
    internal static readonly CodedConcept VertebralBody = Own("VERTEBRAL-BODY", "Vertebral body", "椎体");

    // Projection radiography views (CID 4010).
    internal static readonly CodedConcept AnteroPosterior = Sct("399348003", "antero-posterior");
    internal static readonly CodedConcept PosteroAnterior = Sct("272479007", "postero-anterior");

    // Private scheme: procedure, numbers, lines, evaluations.
    internal static readonly CodedConcept HipAnalysis = Own("PROC-HIP", "Radiographic analysis of hip arthroplasty", "髋关节置换术后X线分析");
    internal static readonly CodedConcept SpineAnalysis = Own("PROC-SPINE", "Bone density analysis of vertebral bodies in CT", "CT椎体骨密度分析");
    internal static readonly CodedConcept CupInclination = Own("CUP-INCL", "Cup abduction (inclination)", "髋臼杯外展角");
    internal static readonly CodedConcept CupCoverage = Own("CUP-COVER", "Bone coverage of cup", "髋臼杯骨覆盖率");
    internal static readonly CodedConcept VerticalOffset = Own("HRC-VOFF", "Vertical offset of hip rotation centre", "旋转中心垂直偏移");
    internal static readonly CodedConcept HorizontalOffset = Own("HRC-HOFF", "Horizontal offset of hip rotation centre", "旋转中心水平偏移");
    internal static readonly CodedConcept TrabecularDensity = Own("VBMD-TRAB", "Trabecular bone mineral density", "骨小梁骨密度");
    internal static readonly CodedConcept MeanDensityL1L2 = Own("VBMD-L1L2", "Mean trabecular bone mineral density L1-L2", "L1-L2平均骨小梁骨密度");
    internal static readonly CodedConcept Confidence = Own("CONFIDENCE", "Confidence of the network", "网络置信度");
    internal static readonly CodedConcept CupDiameterLine = Own("LINE-CUP", "Cup diameter (a)", "髋臼杯直径线 (a)");
    internal static readonly CodedConcept IschialLine = Own("LINE-ISCHIAL", "Inter-ischial line (c)", "坐骨下缘连线 (c)");
    internal static readonly CodedConcept TeardropLine = Own("LINE-TEARDROP", "Teardrop line (d)", "泪滴连线 (d)");
    internal static readonly CodedConcept Midline = Own("LINE-MIDLINE", "Line through symphysis (e)", "耻骨联合中线 (e)");
    internal static readonly CodedConcept CoverageArc = Own("LINE-COVER", "Medial end, prosthesis centre, contact point", "内侧端、假体中心、接触点");
    internal static readonly CodedConcept RotationCentres = Own("LINE-CENTRES", "Prosthesis centre, contralateral centre", "假体中心、对侧中心");
    internal static readonly CodedConcept LandmarkSet = Own("LANDMARKS", "Anatomical landmarks", "解剖标志点");
    internal static readonly CodedConcept ResultStatus = Own("RESULT-STATUS", "Status of the analysis", "分析状态");
    internal static readonly CodedConcept StatusMeasured = Own("MEASURED", "Measured", "已测量");
    internal static readonly CodedConcept StatusRefused = Own("REFUSED", "Not measured", "未测量");
    internal static readonly CodedConcept StatusFailed = Own("FAILED", "Analysis broke off", "分析中断");
    internal static readonly CodedConcept Reason = Own("REASON", "Reason", "原因");
    internal static readonly CodedConcept BodyFlag = Own("BODY-FLAG", "Left out of means because of", "不计入平均值的原因");
    internal static readonly CodedConcept QualityFigure = Own("QUALITY", "Quality figure", "质量指标");
    internal static readonly CodedConcept IntendedUse = Own("INTENDED-USE", "Intended use", "预期用途");
    internal static readonly CodedConcept SpacingSource = Own("SPACING-SOURCE", "Basis of the pixel spacing", "像素间距依据");
    internal static readonly CodedConcept DensitySource = Own("DENSITY-SOURCE", "Basis of the densities", "骨密度依据");
    internal static readonly CodedConcept DirectionFromLimit = Own("RANGE-POSITION", "Position against the configured limits", "相对设定范围");
    internal static readonly CodedConcept Below = Own("BELOW", "Below the configured limit", "低于设定下限");
    internal static readonly CodedConcept Above = Own("ABOVE", "Above the configured limit", "高于设定上限");
    internal static readonly CodedConcept MethodLandmarks = Own("METHOD-LANDMARK", "From landmarks found by a neural network", "由神经网络识别的标志点计算");
    internal static readonly CodedConcept MethodRegion = Own("METHOD-REGION", "From an outline found by a neural network", "由神经网络分割的轮廓计算");

    internal static readonly CodedConcept ReferenceMaterial = Own("REFERENCE-MAT", "Reference material", "参照物质");
    internal static readonly CodedConcept ComputedTomography = Dcm("CT", "Computed Tomography");
    internal static readonly CodedConcept DigitalRadiography = Dcm("DX", "Digital Radiography");
    internal static readonly CodedConcept ComputedRadiography = Dcm("CR", "Computed Radiography");

    /// <summary>The concept of a measurement by the code it has in <c>result.json</c>.</summary>
    internal static readonly IReadOnlyDictionary<string, CodedConcept> Measurements = new Dictionary<string, CodedConcept>
    {
        ["CUP-INCL"] = CupInclination,
        ["CUP-COVER"] = CupCoverage,
        ["HRC-VOFF"] = VerticalOffset,
        ["HRC-HOFF"] = HorizontalOffset,
        ["VBMD-TRAB"] = TrabecularDensity,
        ["VBMD-L1L2"] = MeanDensityL1L2,
        ["MEAN-HU"] = Attenuation,
    };

    /// <summary>T1..T12 and L1..L5 by name.</summary>
    internal static readonly IReadOnlyDictionary<string, CodedConcept> Vertebrae = Levels();

    /// <summary>Landmarks of the hip by the part of their name that side and cup number leave.</summary>
    internal static readonly IReadOnlyDictionary<string, CodedConcept> Landmarks = new Dictionary<string, CodedConcept>
    {
        ["cup.lateral"] = Own("LM-CUP-LAT", "Lateral end of cup", "髋臼杯外侧端"),
        ["cup.medial"] = Own("LM-CUP-MED", "Medial end of cup", "髋臼杯内侧端"),
        ["cup.contact"] = Own("LM-CUP-CONTACT", "Contact of cup and acetabulum", "髋臼杯与髋臼接触点"),
        ["cup2.lateral"] = Own("LM-CUP2-LAT", "Lateral end of second cup", "第二髋臼杯外侧端"),
        ["cup2.medial"] = Own("LM-CUP2-MED", "Medial end of second cup", "第二髋臼杯内侧端"),
        ["cup2.contact"] = Own("LM-CUP2-CONTACT", "Contact of second cup and acetabulum", "第二髋臼杯与髋臼接触点"),
        ["teardrop.left"] = Own("LM-TEARDROP-L", "Left teardrop", "左侧泪滴"),
        ["teardrop.right"] = Own("LM-TEARDROP-R", "Right teardrop", "右侧泪滴"),
        ["ischium.left"] = Own("LM-ISCHIUM-L", "Lowest point of left ischium", "左侧坐骨最低点"),
        ["ischium.right"] = Own("LM-ISCHIUM-R", "Lowest point of right ischium", "右侧坐骨最低点"),
        ["symphysis.superior"] = Own("LM-SYMPHYSIS", "Upper end of symphysis", "耻骨联合上端"),
        ["contralateral.centre"] = Own("LM-CENTRE", "Contralateral rotation centre", "对侧旋转中心"),
        ["contralateral2.centre"] = Own("LM-CENTRE2", "Contralateral rotation centre of second cup", "第二髋臼杯对侧旋转中心"),
    };

    /// <summary>The concept of a measurement, one of the private scheme for a code that is not listed.</summary>
    internal static CodedConcept MeasurementOf(string code) =>
        Measurements.TryGetValue(code, out CodedConcept? concept) ? concept : new CodedConcept(code, PrivateScheme, code);

    private static Dictionary<string, CodedConcept> Levels()
    {
        string[] thoracic = ["64864005", "53733008", "1626008", "73071006", "56401006", "45296009", "62487009", "11068009", "82687006", "7610001", "12989004", "23215003"];
        string[] lumbar = ["66794005", "14293000", "36470004", "11994002", "49668003"];
        var levels = new Dictionary<string, CodedConcept>();
        for (int i = 0; i < thoracic.Length; i++)
        {
            levels[$"T{i + 1}"] = new(thoracic[i], "SCT", $"T{i + 1} vertebra", $"第{i + 1}胸椎");
        }

        for (int i = 0; i < lumbar.Length; i++)
        {
            levels[$"L{i + 1}"] = new(lumbar[i], "SCT", $"L{i + 1} vertebra", $"第{i + 1}腰椎");
        }

        return levels;
    }

    private static CodedConcept Dcm(string value, string meaning) => new(value, "DCM", meaning);

    private static CodedConcept Sct(string value, string meaning) => new(value, "SCT", meaning);

    internal static CodedConcept Own(string value, string meaning, string chinese) => new(value, PrivateScheme, meaning, chinese);
}
