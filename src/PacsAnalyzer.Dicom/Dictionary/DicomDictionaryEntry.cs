namespace PacsAnalyzer.Dicom;

/// <summary>What PS3.6 says of one data element.</summary>
/// <param name="Keyword">The keyword, as PatientName.</param>
/// <param name="Name">The name, as Patient's Name.</param>
/// <param name="ValueRepresentations">The value representations allowed, usually one; empty for delimiters.</param>
/// <param name="ValueMultiplicity">The value multiplicity as the standard writes it, as "1-n".</param>
/// <param name="IsRetired">Whether the standard has retired the element.</param>
public sealed record DicomDictionaryEntry(
    string Keyword,
    string Name,
    IReadOnlyList<DicomVR> ValueRepresentations,
    string ValueMultiplicity,
    bool IsRetired);
