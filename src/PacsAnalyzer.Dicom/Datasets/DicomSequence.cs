namespace PacsAnalyzer.Dicom;

/// <summary>A sequence of items (PS3.5 section 7.5), each a data set.</summary>
public sealed class DicomSequence : DicomItem
{
    /// <summary>Makes a sequence of items, or an empty one.</summary>
    public DicomSequence(DicomTag tag, params IEnumerable<DicomDataset> items)
        : base(tag, DicomVR.SQ)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = new DicomItemCollection(this);
        foreach (DicomDataset item in items)
        {
            Items.Add(item);
        }
    }

    /// <summary>The items, to read and to change.</summary>
    public IList<DicomDataset> Items { get; }

    /// <summary>The data set that holds this sequence, where one does.</summary>
    internal DicomDataset? OwnerDataset { get; set; }

    /// <inheritdoc/>
    public override DicomItem Clone() => new DicomSequence(Tag, Items.Select(item => item.Clone()));
}
