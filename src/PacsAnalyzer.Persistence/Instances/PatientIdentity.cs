namespace PacsAnalyzer.Persistence.Instances;

/// <summary>Who an instance says it belongs to. Values as in the data set, decoded, trimmed; null where absent or empty.</summary>
/// <param name="PatientId">Patient ID (0010,0020).</param>
/// <param name="IssuerOfPatientId">Issuer of Patient ID (0010,0021).</param>
/// <param name="PatientName">Patient's Name (0010,0010).</param>
/// <param name="BirthDate">Patient's Birth Date (0010,0030), YYYYMMDD.</param>
/// <param name="Sex">Patient's Sex (0010,0040).</param>
public sealed record PatientIdentity(string? PatientId, string? IssuerOfPatientId, string? PatientName, string? BirthDate, string? Sex)
{
    /// <summary>Nothing known.</summary>
    public static PatientIdentity Unknown { get; } = new(null, null, null, null, null);

    /// <summary>
    /// Whether both can be the same patient: the same Patient ID (both absent counts as the same), and no issuer, birth date or sex
    /// that contradict each other. A value that only one of them has is no contradiction. The name is not looked at: spelling varies.
    /// </summary>
    public bool IsSamePatient(PatientIdentity other) =>
        string.Equals(Plain(PatientId), Plain(other.PatientId), StringComparison.Ordinal)
        && Agree(IssuerOfPatientId, other.IssuerOfPatientId)
        && Agree(BirthDate, other.BirthDate)
        && Agree(Sex, other.Sex);

    /// <summary>Whether all demographics are the same, the name (without trailing separators and case) included.</summary>
    public bool HasSameDemographics(PatientIdentity other) =>
        IsSamePatient(other) && string.Equals(PlainName(PatientName), PlainName(other.PatientName), StringComparison.OrdinalIgnoreCase);

    /// <summary>The names of the attributes that contradict, without their values.</summary>
    public IReadOnlyList<string> Differences(PatientIdentity other)
    {
        var names = new List<string>();
        if (!string.Equals(Plain(PatientId), Plain(other.PatientId), StringComparison.Ordinal))
        {
            names.Add("PatientID");
        }

        if (!Agree(IssuerOfPatientId, other.IssuerOfPatientId))
        {
            names.Add("IssuerOfPatientID");
        }

        if (!string.Equals(PlainName(PatientName), PlainName(other.PatientName), StringComparison.OrdinalIgnoreCase))
        {
            names.Add("PatientName");
        }

        if (!Agree(BirthDate, other.BirthDate))
        {
            names.Add("PatientBirthDate");
        }

        if (!Agree(Sex, other.Sex))
        {
            names.Add("PatientSex");
        }

        return names;
    }

    private static bool Agree(string? a, string? b)
    {
        string x = Plain(a), y = Plain(b);
        return x.Length == 0 || y.Length == 0 || string.Equals(x, y, StringComparison.Ordinal);
    }

    private static string Plain(string? text) => text?.Trim() ?? "";

    private static string PlainName(string? name) => Plain(name).TrimEnd('^', '=', ' ');
}
