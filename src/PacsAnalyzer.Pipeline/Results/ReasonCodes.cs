namespace PacsAnalyzer.Pipeline.Results;

/// <summary>The closed list of reasons in results, measurements and the ledger.</summary>
public static class ReasonCodes
{
    /// <summary>No pelvis is seen.</summary>
    public const string NotAPelvis = "NOT_A_PELVIS";

    /// <summary>Not an antero-posterior view.</summary>
    public const string NotAp = "NOT_AP";

    /// <summary>A pelvis without a hip prosthesis.</summary>
    public const string NoProsthesis = "NO_PROSTHESIS";

    /// <summary>Too few slices for a volume.</summary>
    public const string TooFewSlices = "TOO_FEW_SLICES";

    /// <summary>Slices are missing inside the volume.</summary>
    public const string Gaps = "GAPS";

    /// <summary>A localizer (ImageType value 3 LOCALIZER).</summary>
    public const string Localizer = "LOCALIZER";

    /// <summary>No vertebral body was found.</summary>
    public const string NoVertebra = "NO_VERTEBRA";

    /// <summary>The network is not sure enough.</summary>
    public const string LowConfidence = "LOW_CONFIDENCE";

    /// <summary>Tags and marker disagree about the side.</summary>
    public const string SideUncertain = "SIDE_UNCERTAIN";

    /// <summary>Two patients in one study.</summary>
    public const string PatientMismatch = "PATIENT_MISMATCH";

    /// <summary>No pixel spacing: millimetres cannot be given.</summary>
    public const string NoSpacing = "NO_SPACING";

    /// <summary>Spacing of the detector plane only: millimetres are not assessed.</summary>
    public const string DetectorPlane = "DETECTOR_PLANE";

    /// <summary>Landmarks do not form a plausible pelvis.</summary>
    public const string Implausible = "IMPLAUSIBLE";

    /// <summary>No pixel data in an image.</summary>
    public const string NoPixelData = "NO_PIXEL_DATA";

    /// <summary>Position or orientation is missing or contradicts itself.</summary>
    public const string NoGeometry = "NO_GEOMETRY";

    /// <summary>KVP (0018,0060) absent: density is not assessed.</summary>
    public const string NoKvp = "NO_KVP";

    /// <summary>No calibration matches the scanner: density is the network's, not assessed.</summary>
    public const string NotCalibrated = "NOT_CALIBRATED";

    /// <summary>Contrast agent was given: density is not assessed.</summary>
    public const string Contrast = "CONTRAST";

    /// <summary>The pixel data cannot be decoded here.</summary>
    public const string NotDecodable = "NOT_DECODABLE";

    /// <summary>A landmark the value needs was not found.</summary>
    public const string LandmarkMissing = "LANDMARK_MISSING";

    /// <summary>Both hips replaced: the offset is left minus right and has no reference range.</summary>
    public const string Bilateral = "BILATERAL";

    /// <summary>The body is fractured, holds metal or is cut off and is left out.</summary>
    public const string BodyExcluded = "BODY_EXCLUDED";

    /// <summary>The model files are missing or do not match their checksum.</summary>
    public const string ModelUnavailable = "MODEL_UNAVAILABLE";

    /// <summary>Several calibrations match the scanner: an error of the configuration.</summary>
    public const string AmbiguousCalibration = "AMBIGUOUS_CALIBRATION";

    /// <summary>No sacrum in view: vertebral levels are not named.</summary>
    public const string NoAnchor = "NO_ANCHOR";

    /// <summary>Thick slices limit the accuracy of outlines.</summary>
    public const string ThickSlices = "THICK_SLICES";
}
