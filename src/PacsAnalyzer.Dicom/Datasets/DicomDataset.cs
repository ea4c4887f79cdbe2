using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PacsAnalyzer.Dicom;

/// <summary>A data set: items sorted by tag, each tag once (PS3.5 section 7.1). Not safe for use by several threads while one changes it.</summary>
public sealed partial class DicomDataset : IEnumerable<DicomItem>
{
    // Sorted. Readers and most writers append in order, so that this stays cheap.
    private readonly List<DicomItem> _items = [];

    /// <summary>Makes an empty data set.</summary>
    public DicomDataset()
    {
    }

    /// <summary>Makes a data set of items; a later one of the same tag replaces an earlier one.</summary>
    public DicomDataset(IEnumerable<DicomItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (DicomItem item in items)
        {
            AddOrUpdate(item);
        }
    }

    /// <summary>How many items there are, those inside sequences not counted.</summary>
    public int Count => _items.Count;

    /// <summary>The character set that Specific Character Set states here or, in an item of a sequence, above; the default repertoire where none does.</summary>
    public DicomCharacterSet CharacterSet
    {
        get
        {
            for (DicomDataset? dataset = this; dataset is not null; dataset = dataset.Parent)
            {
                if (dataset.TryGetItem(DicomTag.SpecificCharacterSet, out DicomItem? item) && item is DicomElement element)
                {
                    return DicomCharacterSet.Of(element.GetValues<string>());
                }
            }

            return DicomCharacterSet.Default;
        }
    }

    /// <summary>The data set whose sequence holds this one, where one does.</summary>
    public DicomDataset? Parent => OwnerSequence?.OwnerDataset;

    /// <summary>The sequence this data set is an item of, where it is one.</summary>
    internal DicomSequence? OwnerSequence { get; set; }

    /// <summary>The item at a position in tag order.</summary>
    internal DicomItem this[int index] => _items[index];

    /// <summary>Whether there is an item of this tag, empty or not.</summary>
    public bool Contains(DicomTag tag) => Find(tag) >= 0;

    /// <summary>The item of a tag.</summary>
    public bool TryGetItem(DicomTag tag, [NotNullWhen(true)] out DicomItem? item)
    {
        int index = Find(tag);
        item = index >= 0 ? _items[index] : null;
        return item is not null;
    }

    /// <summary>The item of a tag as one of the three kinds, or null where it is absent or of another kind.</summary>
    public T? GetDicomItem<T>(DicomTag tag)
        where T : DicomItem => TryGetItem(tag, out DicomItem? item) ? item as T : null;

    /// <summary>Takes items out; what is absent already is no error.</summary>
    /// <returns>This data set.</returns>
    public DicomDataset Remove(params DicomTag[] tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        foreach (DicomTag tag in tags)
        {
            int index = Find(tag);
            if (index >= 0)
            {
                _items.RemoveAt(index);
            }
        }

        return this;
    }

    /// <summary>Takes out every item that a condition picks.</summary>
    /// <returns>How many there were.</returns>
    public int RemoveWhere(Predicate<DicomItem> condition) => _items.RemoveAll(condition);

    /// <summary>Puts an item in, in the place of one of the same tag.</summary>
    /// <returns>This data set.</returns>
    public DicomDataset AddOrUpdate(DicomItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        int index = Find(item.Tag);
        Own(item);
        if (index >= 0)
        {
            _items[index] = item;
        }
        else
        {
            _items.Insert(~index, item);
        }

        return this;
    }

    /// <summary>Puts items in, each in the place of one of the same tag.</summary>
    /// <returns>This data set.</returns>
    public DicomDataset AddOrUpdate(IEnumerable<DicomItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (DicomItem item in items)
        {
            AddOrUpdate(item);
        }

        return this;
    }

    /// <summary>Puts an item in.</summary>
    /// <returns>This data set.</returns>
    /// <exception cref="DicomDataException">There is one of this tag already.</exception>
    public DicomDataset Add(DicomItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!TryAdd(item))
        {
            throw new DicomDataException(item.Tag, "the data set has this element already");
        }

        return this;
    }

    /// <summary>A copy: sequences and items of its own, value bytes shared.</summary>
    public DicomDataset Clone()
    {
        DicomDataset copy = new();
        foreach (DicomItem item in _items)
        {
            copy.TryAdd(item.Clone());
        }

        return copy;
    }

    /// <summary>The items in tag order.</summary>
    public IEnumerator<DicomItem> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Puts an item in unless there is one of its tag.</summary>
    internal bool TryAdd(DicomItem item)
    {
        int index = Find(item.Tag);
        if (index >= 0)
        {
            return false;
        }

        Own(item);
        _items.Insert(~index, item);
        return true;
    }

    /// <summary>The tag of the last item; the smallest tag where there is none.</summary>
    internal DicomTag LastTag => _items.Count == 0 ? default : _items[^1].Tag;

    /// <summary>Puts an item at the end if it belongs there.</summary>
    internal bool TryAppend(DicomItem item)
    {
        if (_items.Count > 0 && _items[^1].Tag >= item.Tag)
        {
            return false;
        }

        Own(item);
        _items.Add(item);
        return true;
    }

    /// <summary>Puts many items in at once, in the place of those of the same tag.</summary>
    internal void MergeSorted(IReadOnlyDictionary<DicomTag, DicomItem> items)
    {
        _items.RemoveAll(item => items.ContainsKey(item.Tag));
        foreach (DicomItem item in items.Values)
        {
            Own(item);
            _items.Add(item);
        }

        _items.Sort((left, right) => left.Tag.CompareTo(right.Tag));
    }

    private void Own(DicomItem item)
    {
        if (item is DicomSequence sequence)
        {
            sequence.OwnerDataset = this;
        }
    }

    /// <summary>The index of a tag, or the complement of where it would go.</summary>
    private int Find(DicomTag tag)
    {
        int high = _items.Count - 1;
        if (high < 0 || _items[high].Tag < tag)
        {
            return ~_items.Count;
        }

        int low = 0;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = _items[middle].Tag.CompareTo(tag);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
