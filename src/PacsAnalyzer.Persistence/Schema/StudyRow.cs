namespace PacsAnalyzer.Persistence.Schema;

/// <summary>Table <c>studies</c>.</summary>
internal sealed class StudyRow
{
    public string StudyInstanceUid { get; set; } = "";

    public string? PatientId { get; set; }

    public string? IssuerOfPatientId { get; set; }

    public string? PatientName { get; set; }

    public string? PatientBirthDate { get; set; }

    public string? PatientSex { get; set; }

    public string? AccessionNumber { get; set; }

    public string? StudyId { get; set; }

    public string? StudyDate { get; set; }

    public string? StudyTime { get; set; }

    public string? StudyDescription { get; set; }

    public string? HoldCode { get; set; }

    public string? HoldText { get; set; }

    public DateTimeOffset FirstReceivedAt { get; set; }

    public DateTimeOffset LastReceivedAt { get; set; }
}
