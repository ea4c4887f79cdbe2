using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>What the tags say about the projection.</summary>
internal static class FrontalView
{
    private static readonly string[] Lateral = ["LL", "RL", "LLD", "RLD", "LLO", "RLO", "LATERAL", "LAT", "AXIAL", "FROG", "OBL"];

    // SCT codes of CID 4010 and their SRT predecessors for lateral and axial projections.
    private static readonly string[] LateralCodes = ["399067008", "399173006", "399198007", "399260004", "R-10236", "R-10232", "R-10228"];

    /// <summary>True when view position, view code or patient orientation say that the film is not frontal; empty tags say nothing.</summary>
    public static bool IsExcluded(InstanceHeader header) =>
        Lateral.Contains(header.ViewPosition, StringComparer.OrdinalIgnoreCase)
        || header.ViewCodes.Any(c => LateralCodes.Contains(c, StringComparer.OrdinalIgnoreCase))
        || FilmOrientation.Parse(header.PatientOrientation) is null;
}
