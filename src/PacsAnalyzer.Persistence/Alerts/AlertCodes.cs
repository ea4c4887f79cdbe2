namespace PacsAnalyzer.Persistence.Alerts;

/// <summary>Alerts that the stores raise themselves.</summary>
public static class AlertCodes
{
    /// <summary>A study was put on hold; the subject is its Study Instance UID.</summary>
    public const string StudyHeld = "STUDY_HELD";

    /// <summary>A job was parked; the subject is its row.</summary>
    public const string JobParked = "JOB_PARKED";

    /// <summary>A job failed for good; the subject is its row.</summary>
    public const string JobFailed = "JOB_FAILED";

    /// <summary>A series could not be assembled; the subject is its row.</summary>
    public const string SeriesFailed = "SERIES_FAILED";

    /// <summary>An instance came again with other bytes; the subject is its SOP Instance UID.</summary>
    public const string InstanceConflict = "INSTANCE_CONFLICT";

    /// <summary>A peer refused a delivery; the subject is the destination.</summary>
    public const string DeliveryRefused = "DELIVERY_REFUSED";

    /// <summary>A delivery was given up; the subject is the destination.</summary>
    public const string DeliveryGivenUp = "DELIVERY_GIVEN_UP";
}
