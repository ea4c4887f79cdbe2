using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.SrWriter;

/// <summary>The analysed series: its data sets without pixels, from which reports copy.</summary>
public sealed class SourceSeries
{
    private readonly Dictionary<string, DicomDataset> _byUid = [];

    private SourceSeries(IReadOnlyList<DicomDataset> datasets)
    {
        if (datasets.Count == 0)
        {
            throw new ArgumentException("A report needs at least one instance of its source series.", nameof(datasets));
        }

        Datasets = datasets;
        foreach (DicomDataset dataset in datasets)
        {
            _byUid.TryAdd(dataset.GetString(DicomTag.SOPInstanceUID) ?? "", dataset);
        }
    }

    /// <summary>The data sets as given.</summary>
    public IReadOnlyList<DicomDataset> Datasets { get; }

    /// <summary>The data set that patient and study are copied from.</summary>
    public DicomDataset First => Datasets[0];

    /// <summary>Takes data sets; pixel data in them is not looked at.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static SourceSeries FromDatasets(IEnumerable<DicomDataset> datasets) => new([.. datasets]);

    /// <summary>Reads the headers of files.</summary>
    /// <exception cref="DicomReadException">A file is no DICOM file.</exception>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static SourceSeries FromFiles(IEnumerable<string> paths) =>
        new([.. paths.Select(path => DicomFile.Open(path, new DicomReadOptions { StopAtPixelData = true }).Dataset)]);

    /// <summary>The data set of an instance, or null.</summary>
    public DicomDataset? Find(string sopInstanceUid) => _byUid.GetValueOrDefault(sopInstanceUid);
}
