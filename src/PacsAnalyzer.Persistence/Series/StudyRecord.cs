using PacsAnalyzer.Persistence.Instances;

namespace PacsAnalyzer.Persistence.Series;

/// <summary>A study as the index has it. Holds patient data: never log it.</summary>
/// <param name="StudyInstanceUid">Study Instance UID.</param>
/// <param name="Patient">Demographics of its first instance.</param>
/// <param name="Description">What lists show.</param>
/// <param name="HoldCode">Why nothing of it is sent (<see cref="HoldCodes"/>); null when not on hold.</param>
/// <param name="HoldText">The same for people, no patient data.</param>
/// <param name="FirstReceivedAt">First instance acknowledged.</param>
/// <param name="LastReceivedAt">Last instance acknowledged.</param>
/// <param name="SeriesCount">Series.</param>
/// <param name="InstanceCount">Instances.</param>
public sealed record StudyRecord(
    string StudyInstanceUid,
    PatientIdentity Patient,
    StudyDescription Description,
    string? HoldCode,
    string? HoldText,
    DateTimeOffset FirstReceivedAt,
    DateTimeOffset LastReceivedAt,
    int SeriesCount,
    int InstanceCount);
