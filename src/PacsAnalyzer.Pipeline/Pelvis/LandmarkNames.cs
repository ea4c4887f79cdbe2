namespace PacsAnalyzer.Pipeline.Pelvis;

/// <summary>Names of the hip landmarks and markers, as the contract and the manifest write them.</summary>
internal static class LandmarkNames
{
    public const string CupLateral = "cup.lateral";
    public const string CupMedial = "cup.medial";
    public const string CupContact = "cup.contact";
    public const string TeardropLeft = "teardrop.left";
    public const string TeardropRight = "teardrop.right";
    public const string IschiumLeft = "ischium.left";
    public const string IschiumRight = "ischium.right";
    public const string Symphysis = "symphysis.superior";
    public const string Contralateral = "contralateral.centre";
    public const string Contralateral2 = "contralateral2.centre";
    public const string MarkerLeft = "marker.left";
    public const string MarkerRight = "marker.right";

    /// <summary>The three points of a cup.</summary>
    public static IReadOnlyList<string> Cup { get; } = [CupLateral, CupMedial, CupContact];

    /// <summary>The points of the bony pelvis that every film must show.</summary>
    public static IReadOnlyList<string> Pelvis { get; } = [TeardropLeft, TeardropRight, IschiumLeft, IschiumRight, Symphysis];

    /// <summary>The name of a cup point of the patient's right cup after bilateral surgery.</summary>
    public static string OfSecondCup(string name) => "cup2." + name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
