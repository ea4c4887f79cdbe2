using System.Collections.ObjectModel;

namespace PacsAnalyzer.Dicom;

/// <summary>A sequence's items; each knows the data set it stands in, for what it inherits from there.</summary>
internal sealed class DicomItemCollection(DicomSequence owner) : Collection<DicomDataset>
{
    protected override void InsertItem(int index, DicomDataset item)
    {
        ArgumentNullException.ThrowIfNull(item);
        item.OwnerSequence = owner;
        base.InsertItem(index, item);
    }

    protected override void SetItem(int index, DicomDataset item)
    {
        ArgumentNullException.ThrowIfNull(item);
        item.OwnerSequence = owner;
        base.SetItem(index, item);
    }
}
