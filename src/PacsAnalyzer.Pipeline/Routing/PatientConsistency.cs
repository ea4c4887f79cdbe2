using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Routing;

/// <summary>Guards against two patients under one Study Instance UID.</summary>
public static class PatientConsistency
{
    /// <summary>Null when all instances of the study name one patient; else <see cref="ReasonCodes.PatientMismatch"/> with the fields that differ.
    /// A value on one instance and none on another differs too for the identifier; for birth date, sex and issuer an empty value says nothing.</summary>
    public static ResultReason? Check(IEnumerable<InstanceHeader> study)
    {
        List<InstanceHeader> all = [.. study];
        var differing = new List<string>();
        Compare("PatientID", all.Select(h => h.PatientId.Trim()), ignoreEmpty: false, differing);
        Compare("IssuerOfPatientID", all.Select(h => h.IssuerOfPatientId.Trim()), ignoreEmpty: true, differing);
        Compare("PatientBirthDate", all.Select(h => h.PatientBirthDate.Trim()), ignoreEmpty: true, differing);
        Compare("PatientSex", all.Select(h => h.PatientSex.Trim().ToUpperInvariant()), ignoreEmpty: true, differing);
        return differing.Count == 0
            ? null
            : new ResultReason(ReasonCodes.PatientMismatch, $"Instances of one study differ in {string.Join(", ", differing)}.");
    }

    private static void Compare(string field, IEnumerable<string> values, bool ignoreEmpty, List<string> differing)
    {
        int distinct = values.Where(v => !ignoreEmpty || v.Length > 0).Distinct(StringComparer.Ordinal).Count();
        if (distinct > 1)
        {
            differing.Add(field);
        }
    }
}
