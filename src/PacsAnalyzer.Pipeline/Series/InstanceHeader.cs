namespace PacsAnalyzer.Pipeline.Series;

/// <summary>What indexing, routing and geometry need of one instance; text trimmed, absent values empty or null.</summary>
public sealed record InstanceHeader
{
    /// <summary>SOP Instance UID (0008,0018).</summary>
    public required string SopInstanceUid { get; init; }

    /// <summary>SOP Class UID (0008,0016).</summary>
    public string SopClassUid { get; init; } = "";

    /// <summary>Study Instance UID (0020,000D).</summary>
    public required string StudyInstanceUid { get; init; }

    /// <summary>Series Instance UID (0020,000E).</summary>
    public required string SeriesInstanceUid { get; init; }

    /// <summary>Transfer Syntax UID (0002,0010).</summary>
    public string TransferSyntaxUid { get; init; } = "";

    /// <summary>Patient ID (0010,0020).</summary>
    public string PatientId { get; init; } = "";

    /// <summary>Issuer of Patient ID (0010,0021).</summary>
    public string IssuerOfPatientId { get; init; } = "";

    /// <summary>Patient's Name (0010,0010).</summary>
    public string PatientName { get; init; } = "";

    /// <summary>Patient's Birth Date (0010,0030), as stored.</summary>
    public string PatientBirthDate { get; init; } = "";

    /// <summary>Patient's Sex (0010,0040).</summary>
    public string PatientSex { get; init; } = "";

    /// <summary>Accession Number (0008,0050).</summary>
    public string AccessionNumber { get; init; } = "";

    /// <summary>Study Date (0008,0020), as stored.</summary>
    public string StudyDate { get; init; } = "";

    /// <summary>Study Time (0008,0030), as stored.</summary>
    public string StudyTime { get; init; } = "";

    /// <summary>Study Description (0008,1030).</summary>
    public string StudyDescription { get; init; } = "";

    /// <summary>Series Description (0008,103E).</summary>
    public string SeriesDescription { get; init; } = "";

    /// <summary>Protocol Name (0018,1030).</summary>
    public string ProtocolName { get; init; } = "";

    /// <summary>Requested Procedure Description (0032,1060), at the top level or in Request Attributes (0040,0275).</summary>
    public string RequestedProcedure { get; init; } = "";

    /// <summary>Series Number (0020,0011).</summary>
    public int? SeriesNumber { get; init; }

    /// <summary>Instance Number (0020,0013); never used for order.</summary>
    public int? InstanceNumber { get; init; }

    /// <summary>Acquisition Number (0020,0012).</summary>
    public int? AcquisitionNumber { get; init; }

    /// <summary>Images in Acquisition (0020,1002).</summary>
    public int? ImagesInAcquisition { get; init; }

    /// <summary>Modality (0008,0060).</summary>
    public string Modality { get; init; } = "";

    /// <summary>Image Type (0008,0008), value by value.</summary>
    public IReadOnlyList<string> ImageType { get; init; } = [];

    /// <summary>Body Part Examined (0018,0015).</summary>
    public string BodyPartExamined { get; init; } = "";

    /// <summary>Code values of Anatomic Region Sequence (0008,2218).</summary>
    public IReadOnlyList<string> AnatomicRegionCodes { get; init; } = [];

    /// <summary>View Position (0018,5101).</summary>
    public string ViewPosition { get; init; } = "";

    /// <summary>Code values of View Code Sequence (0054,0220).</summary>
    public IReadOnlyList<string> ViewCodes { get; init; } = [];

    /// <summary>Image Laterality (0020,0062), else Laterality (0020,0060).</summary>
    public string Laterality { get; init; } = "";

    /// <summary>Patient Orientation (0020,0020): direction of the rows, then of the columns.</summary>
    public IReadOnlyList<string> PatientOrientation { get; init; } = [];

    /// <summary>Image Orientation (Patient) (0020,0037), six direction cosines; null when absent or malformed.</summary>
    public IReadOnlyList<double>? ImageOrientationPatient { get; init; }

    /// <summary>Image Position (Patient) (0020,0032), mm; null when absent or malformed.</summary>
    public IReadOnlyList<double>? ImagePositionPatient { get; init; }

    /// <summary>Pixel Spacing (0028,0030): between rows, between columns, mm.</summary>
    public IReadOnlyList<double>? PixelSpacing { get; init; }

    /// <summary>Imager Pixel Spacing (0018,1164): between rows, between columns, mm at the detector.</summary>
    public IReadOnlyList<double>? ImagerPixelSpacing { get; init; }

    /// <summary>Nominal Scanned Pixel Spacing (0018,2010) of a digitised film, mm.</summary>
    public IReadOnlyList<double>? NominalScannedPixelSpacing { get; init; }

    /// <summary>Pixel Spacing Calibration Type (0028,0A02): GEOMETRY or FIDUCIAL.</summary>
    public string PixelSpacingCalibrationType { get; init; } = "";

    /// <summary>Estimated Radiographic Magnification Factor (0018,1114).</summary>
    public double? MagnificationFactor { get; init; }

    /// <summary>Slice Thickness (0018,0050), mm.</summary>
    public double? SliceThickness { get; init; }

    /// <summary>Gantry/Detector Tilt (0018,1120), degrees; geometry comes from positions, not from here.</summary>
    public double? GantryTilt { get; init; }

    /// <summary>KVP (0018,0060).</summary>
    public double? Kvp { get; init; }

    /// <summary>Convolution Kernel (0018,1210), values joined by a backslash.</summary>
    public string ConvolutionKernel { get; init; } = "";

    /// <summary>Contrast/Bolus Agent (0018,0010), or its code meaning (0018,0012).</summary>
    public string ContrastBolusAgent { get; init; } = "";

    /// <summary>Frame of Reference UID (0020,0052).</summary>
    public string FrameOfReferenceUid { get; init; } = "";

    /// <summary>Manufacturer (0008,0070).</summary>
    public string Manufacturer { get; init; } = "";

    /// <summary>Manufacturer's Model Name (0008,1090).</summary>
    public string ManufacturerModelName { get; init; } = "";

    /// <summary>Acquisition date and time as stored (0008,002A, else 0008,0022 and 0008,0032).</summary>
    public string AcquisitionDateTime { get; init; } = "";

    /// <summary>Rows (0028,0010).</summary>
    public int Rows { get; init; }

    /// <summary>Columns (0028,0011).</summary>
    public int Columns { get; init; }

    /// <summary>Number of Frames (0028,0008), 1 when absent.</summary>
    public int NumberOfFrames { get; init; } = 1;

    /// <summary>Samples per Pixel (0028,0002).</summary>
    public int SamplesPerPixel { get; init; } = 1;

    /// <summary>Photometric Interpretation (0028,0004).</summary>
    public string PhotometricInterpretation { get; init; } = "";

    /// <summary>Whether Pixel Data (7FE0,0010) or a float form of it is there.</summary>
    public bool HasPixelData { get; init; }

    /// <summary>Private coding schemes declared in (0008,0110); ours names objects that this program made.</summary>
    public IReadOnlyList<string> CodingSchemes { get; init; } = [];

    /// <summary>Manufacturers named in Contributing Equipment Sequence (0018,A001).</summary>
    public IReadOnlyList<string> ContributingManufacturers { get; init; } = [];

    /// <summary>True when ImageType value 3 says LOCALIZER (PS3.3 C.8.2.1.1.1).</summary>
    public bool IsLocalizer => ImageType.Count > 2 && string.Equals(ImageType[2], "LOCALIZER", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when orientation, position and pixel spacing are there.</summary>
    public bool HasPlane => ImageOrientationPatient is not null && ImagePositionPatient is not null && PixelSpacing is not null;
}
