using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>References to instances.</summary>
internal static class References
{
    /// <summary>The reference to a data set.</summary>
    /// <exception cref="DicomDataException">It has no SOP Class UID or SOP Instance UID.</exception>
    internal static SopReference To(DicomDataset dataset) =>
        new(dataset.GetSingleValue<string>(DicomTag.SOPClassUID), dataset.GetSingleValue<string>(DicomTag.SOPInstanceUID));

    /// <summary>The reference as an item of a sequence (PS3.3 table 10-11).</summary>
    internal static DicomDataset Item(SopReference reference) => new DicomDataset()
        .Add(DicomTag.ReferencedSOPClassUID, reference.SopClassUid)
        .Add(DicomTag.ReferencedSOPInstanceUID, reference.SopInstanceUid);

    /// <summary>References by study and series (PS3.3 table C.17-3).</summary>
    internal static DicomDataset Hierarchical(string studyUid, IEnumerable<(string SeriesUid, IEnumerable<SopReference> Instances)> series) => new DicomDataset()
        .Add(DicomTag.StudyInstanceUID, studyUid)
        .Add(DicomTag.ReferencedSeriesSequence, [.. series.Select(s => new DicomDataset()
            .Add(DicomTag.SeriesInstanceUID, s.SeriesUid)
            .Add(DicomTag.ReferencedSOPSequence, [.. s.Instances.Select(Item)]))]);
}
