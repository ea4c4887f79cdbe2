using System.Globalization;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Routing;

/// <summary>The fields of a series that rules may ask for; no patient data among them.</summary>
public sealed class SeriesFacts
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values;

    private SeriesFacts(Dictionary<string, IReadOnlyList<string>> values) => _values = values;

    /// <summary>Names of all fields.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "modality", "sopClass", "bodyPart", "anatomicRegion", "viewPosition", "viewCode", "imageType", "imageType1", "imageType2", "imageType3",
        "manufacturer", "model", "contributingManufacturer", "codingScheme", "seriesDescription", "studyDescription", "protocolName",
        "kernel", "contrastAgent", "orientation", "laterality", "photometric", "pixelData", "images", "rows", "columns", "samplesPerPixel", "frames",
    ];

    /// <summary>Distinct non-empty values of a field over the series.</summary>
    public IReadOnlyList<string> this[string field] =>
        _values.TryGetValue(field, out IReadOnlyList<string>? found) ? found : throw new KeyNotFoundException($"Routing has no field '{field}'.");

    /// <summary>Collects the facts of one series.</summary>
    public static SeriesFacts Of(IReadOnlyList<InstanceHeader> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        IReadOnlyList<string> Each(Func<InstanceHeader, string> pick) => Distinct(series.Select(pick));
        IReadOnlyList<string> Many(Func<InstanceHeader, IEnumerable<string>> pick) => Distinct(series.SelectMany(pick));
        static string Type(InstanceHeader h, int n) => h.ImageType.Count > n ? h.ImageType[n] : "";
        static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
        SeriesGeometry geometry = SeriesGeometry.Of(series);
        return new SeriesFacts(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["modality"] = Each(h => h.Modality),
            ["sopClass"] = Each(h => h.SopClassUid),
            ["bodyPart"] = Each(h => h.BodyPartExamined),
            ["anatomicRegion"] = Many(h => h.AnatomicRegionCodes),
            ["viewPosition"] = Each(h => h.ViewPosition),
            ["viewCode"] = Many(h => h.ViewCodes),
            ["imageType"] = Many(h => h.ImageType),
            ["imageType1"] = Each(h => Type(h, 0)),
            ["imageType2"] = Each(h => Type(h, 1)),
            ["imageType3"] = Each(h => Type(h, 2)),
            ["manufacturer"] = Each(h => h.Manufacturer),
            ["model"] = Each(h => h.ManufacturerModelName),
            ["contributingManufacturer"] = Many(h => h.ContributingManufacturers),
            ["codingScheme"] = Many(h => h.CodingSchemes),
            ["seriesDescription"] = Each(h => h.SeriesDescription),
            ["studyDescription"] = Each(h => h.StudyDescription),
            ["protocolName"] = Each(h => h.ProtocolName),
            ["kernel"] = Each(h => h.ConvolutionKernel),
            ["contrastAgent"] = Each(h => h.ContrastBolusAgent),
            ["orientation"] = geometry.Orientation == SliceOrientation.Unknown ? [] : [geometry.Orientation.ToString()],
            ["laterality"] = Each(h => h.Laterality),
            ["photometric"] = Each(h => h.PhotometricInterpretation),
            ["pixelData"] = series.Any(h => h.HasPixelData) ? ["YES"] : ["NO"],
            ["images"] = [Number(series.Count)],
            ["rows"] = Each(h => Number(h.Rows)),
            ["columns"] = Each(h => Number(h.Columns)),
            ["samplesPerPixel"] = Each(h => Number(h.SamplesPerPixel)),
            ["frames"] = Each(h => Number(h.NumberOfFrames)),
        });
    }

    private static string[] Distinct(IEnumerable<string> values) =>
        [.. values.Select(v => v.Trim()).Where(v => v.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
