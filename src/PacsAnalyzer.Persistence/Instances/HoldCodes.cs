namespace PacsAnalyzer.Persistence.Instances;

/// <summary>Why a study is on hold.</summary>
public static class HoldCodes
{
    /// <summary>Instances of two patients under one Study Instance UID.</summary>
    public const string PatientMismatch = "PATIENT_MISMATCH";

    /// <summary>An instance was sent again with other demographics.</summary>
    public const string DemographicsChanged = "DEMOGRAPHICS_CHANGED";

    /// <summary>An operator's decision.</summary>
    public const string Operator = "OPERATOR";
}
