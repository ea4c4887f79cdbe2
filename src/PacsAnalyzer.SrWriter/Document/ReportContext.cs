using PacsAnalyzer.Dicom;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.SrWriter.Content;
using PacsAnalyzer.SrWriter.Templates;
using PacsAnalyzer.SrWriter.Texts;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>What the parts of one report share.</summary>
/// <param name="Result">The result.</param>
/// <param name="Source">Its source.</param>
/// <param name="Options">Options.</param>
internal sealed record ReportContext(AnalysisResult Result, SourceSeries Source, ReportOptions Options)
{
    /// <summary>Outlines of a resampled plane on the returned overlay: how a point of the plane lies on it, and which object it is;
    /// null in the form that takes patient coordinates.</summary>
    internal (SopReference Overlay, Func<double, double, (double Column, double Row)> ToOverlay)? PlaneOnOverlay { get; init; }

    internal ReportLanguage Language => Options.Language;

    internal ReportText Text => ReportText.In(Options.Language);

    internal bool IsHip => Result.Pipeline == "pelvis-ap";

    /// <summary>What computed the numbers; null where no model answered.</summary>
    internal Algorithm? Algorithm => Result.Model is not { } model ? null : new Algorithm(model.Name, model.Version, Product.Manufacturer,
    [
        "sha256=" + model.Sha256,
        "provider=" + model.Provider,
        "configuration=" + Options.ConfigurationHash,
    ]);

    /// <summary>The instances that the analysis read, as far as their headers are given; all of them where it names none.</summary>
    internal IReadOnlyList<DicomDataset> Images
    {
        get
        {
            List<DicomDataset> named = [.. Result.SopInstanceUids.Select(Source.Find).OfType<DicomDataset>()];
            return named.Count > 0 ? named : Source.Datasets;
        }
    }

    /// <summary>The reference to an image of the series.</summary>
    /// <exception cref="ArgumentException">It is not in the source series.</exception>
    internal SopReference Image(string sopInstanceUid) => Source.Find(sopInstanceUid) is { } dataset
        ? References.To(dataset)
        : throw new ArgumentException($"The result points to instance {sopInstanceUid}, which is not in the source series.", nameof(sopInstanceUid));

    /// <summary>A UID for tracking that stays the same when the series is analysed again.</summary>
    internal string TrackingUid(string key) => DerivedUid.Create("tracking", Result.SeriesInstanceUid, Result.Pipeline, key);
}
