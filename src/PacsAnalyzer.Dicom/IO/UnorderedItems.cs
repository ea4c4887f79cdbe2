namespace PacsAnalyzer.Dicom;

/// <summary>Puts items into a data set as they come. Those out of order wait until the end and are sorted once: inserting
/// each would take quadratic time.</summary>
internal struct UnorderedItems
{
    private List<(DicomItem Item, long Offset)>? _waiting;

    internal void Put(DicomDataset target, DicomItem item, long offset, DicomReadOptions options)
    {
        if (target.TryAppend(item))
        {
            return;
        }

        if (!options.Forgives(DicomLeniency.UnorderedElements) && target.LastTag != item.Tag)
        {
            throw new DicomReadException(item.Tag, offset, $"a tag after {target.LastTag}", "one before it");
        }

        _waiting ??= [];
        _waiting.Add((item, offset));
    }

    internal readonly void Merge(DicomDataset target, DicomReadOptions options)
    {
        if (_waiting is null)
        {
            return;
        }

        Dictionary<DicomTag, DicomItem> last = [];
        foreach ((DicomItem item, long offset) in _waiting)
        {
            if ((last.ContainsKey(item.Tag) || target.Contains(item.Tag)) && !options.Forgives(DicomLeniency.DuplicateElement))
            {
                throw new DicomReadException(item.Tag, offset, "each tag once", "it a second time");
            }

            last[item.Tag] = item;
        }

        target.MergeSorted(last);
    }
}
