namespace PacsAnalyzer.SrWriter.Coding;

/// <summary>UCUM units (PS3.16 CID 82) with their meanings.</summary>
internal static class Units
{
    internal const string Scheme = "UCUM";

    internal static readonly CodedConcept One = new("1", Scheme, "no units");
    internal static readonly CodedConcept Millimetre = new("mm", Scheme, "mm");
    internal static readonly CodedConcept SquareMillimetre = new("mm2", Scheme, "mm2");
    internal static readonly CodedConcept DirectionCosine = new("{-1:1}", Scheme, "{-1:1}");
    internal static readonly CodedConcept Pixels = new("{pixels}", Scheme, "pixels");

    private static readonly Dictionary<string, CodedConcept> Known = new()
    {
        ["1"] = One,
        ["mm"] = Millimetre,
        ["mm2"] = SquareMillimetre,
        ["deg"] = new("deg", Scheme, "deg"),
        ["%"] = new("%", Scheme, "Percent"),
        ["mg/cm3"] = new("mg/cm3", Scheme, "mg/cm3"),
        ["[hnsf'U]"] = new("[hnsf'U]", Scheme, "Hounsfield unit"),
    };

    /// <summary>The code of a UCUM unit; one that is not listed means itself.</summary>
    internal static CodedConcept Of(string ucum) => Known.TryGetValue(ucum, out CodedConcept? unit) ? unit : new CodedConcept(ucum, Scheme, ucum);
}
