namespace PacsAnalyzer.Dicom;

/// <summary>How this implementation names itself in files and associations (PS3.7 annex D.3.3.2).</summary>
public static class DicomImplementation
{
    /// <summary>The implementation class UID.</summary>
    public static string ClassUid { get; } = DerivedUid.Create("PacsAnalyzer", "ImplementationClass");

    /// <summary>The implementation version name, at most 16 characters.</summary>
    public static string VersionName { get; } = "PACSANALYZER_" + Version();

    private static string Version()
    {
        Version? version = typeof(DicomImplementation).Assembly.GetName().Version;
        return version is { Major: < 10, Minor: < 10 } ? $"{version.Major}{version.Minor}" : "0";
    }
}
