using System.Diagnostics.CodeAnalysis;

namespace PacsAnalyzer.Dicom;

/// <content>Reading values. T is string, int, uint, short, ushort, long, ulong, byte, float, double, decimal, DicomTag, DicomUID, DateOnly or TimeOnly.</content>
public sealed partial class DicomDataset
{
    /// <summary>The value as text, several parted by backslashes, padding trimmed; null where it is absent, empty or a sequence.</summary>
    public string? GetString(DicomTag tag) =>
        TryGetItem(tag, out DicomItem? item) && item is DicomElement { Length: > 0 } element && element.GetText() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>The values as text; none where it is absent or empty.</summary>
    public string[] GetStrings(DicomTag tag) => GetValues<string>(tag);

    /// <summary>All values; none where it is absent or empty. Numbers of text (IS, DS) are read invariantly; pixel data may be read as byte or ushort.</summary>
    /// <exception cref="DicomDataException">A value cannot be read as T, or the item is a sequence.</exception>
    public T[] GetValues<T>(DicomTag tag)
        where T : notnull => TryGetItem(tag, out DicomItem? item)
            ? (item as DicomElement ?? throw new DicomDataException(tag, $"is {item.GetType().Name}, not an element with values")).GetValues<T>()
            : [];

    /// <summary>The one value there is.</summary>
    /// <exception cref="DicomDataException">It is absent or empty, there are several, or it cannot be read as T.</exception>
    public T GetSingleValue<T>(DicomTag tag)
        where T : notnull
    {
        T[] values = GetValues<T>(tag);
        return values.Length switch
        {
            1 => values[0],
            0 => throw new DicomDataException(tag, Contains(tag) ? "has no value" : "is missing"),
            _ => throw new DicomDataException(tag, $"has {values.Length} values where one is expected"),
        };
    }

    /// <summary>The one value there is, or the default where it is absent, empty, one of several or cannot be read as T.</summary>
    public T GetSingleValueOrDefault<T>(DicomTag tag, T defaultValue)
        where T : notnull => TryGetSingleValue<T>(tag, out T? value) ? value : defaultValue;

    /// <summary>The one value there is; false where it is absent, empty, one of several or cannot be read as T.</summary>
    public bool TryGetSingleValue<T>(DicomTag tag, [MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        bool found = TryGetValues(tag, out T[]? values) && values.Length == 1;
        value = found ? values![0] : default;
        return found;
    }

    /// <summary>All values; false where it is absent, empty or cannot be read as T.</summary>
    public bool TryGetValues<T>(DicomTag tag, [NotNullWhen(true)] out T[]? values)
        where T : notnull
    {
        values = null;
        if (!TryGetItem(tag, out DicomItem? item) || item is not DicomElement element)
        {
            return false;
        }

        try
        {
            values = element.GetValues<T>();
            return values.Length > 0;
        }
        catch (DicomDataException)
        {
            return false;
        }
    }

    /// <summary>One of several values, counted from 0.</summary>
    /// <exception cref="DicomDataException">There are not so many, or it cannot be read as T.</exception>
    public T GetValue<T>(DicomTag tag, int index)
        where T : notnull
    {
        T[] values = GetValues<T>(tag);
        return index >= 0 && index < values.Length
            ? values[index]
            : throw new DicomDataException(tag, $"has {values.Length} values, no value {index + 1}");
    }

    /// <summary>One of several values, counted from 0, or the default where there are not so many or it cannot be read as T.</summary>
    public T GetValueOrDefault<T>(DicomTag tag, int index, T defaultValue)
        where T : notnull => TryGetValues(tag, out T[]? values) && index >= 0 && index < values.Length ? values[index] : defaultValue;

    /// <summary>The sequence of a tag.</summary>
    /// <exception cref="DicomDataException">It is absent or no sequence.</exception>
    public DicomSequence GetSequence(DicomTag tag) => TryGetSequence(tag, out DicomSequence? sequence)
        ? sequence
        : throw new DicomDataException(tag, Contains(tag) ? "is not a sequence" : "is missing");

    /// <summary>The sequence of a tag; false where it is absent or no sequence.</summary>
    public bool TryGetSequence(DicomTag tag, [NotNullWhen(true)] out DicomSequence? sequence)
    {
        sequence = GetDicomItem<DicomSequence>(tag);
        return sequence is not null;
    }

    /// <summary>The items of a sequence; none where it is absent or no sequence.</summary>
    public IEnumerable<DicomDataset> GetItems(DicomTag tag) => TryGetSequence(tag, out DicomSequence? sequence) ? sequence.Items : [];

    /// <summary>Who reserved the block of a private element: the value of (gggg,00bb); null where nobody did or the tag is not private.</summary>
    public string? GetPrivateCreator(DicomTag tag) =>
        tag.IsPrivate && tag.Element > 0xFF ? GetString(new DicomTag(tag.Group, (ushort)(tag.Element >> 8))) : null;

    /// <summary>The tag that an element of a private block has in this data set (PS3.5 section 7.8.1).</summary>
    /// <param name="group">The group, odd.</param>
    /// <param name="creator">Who reserved the block.</param>
    /// <param name="element">The last byte of the element number.</param>
    /// <param name="tag">The tag, whether or not the element is there.</param>
    /// <returns>False where the creator has no block in this group.</returns>
    public bool TryGetPrivateTag(ushort group, string creator, byte element, out DicomTag tag)
    {
        for (int block = 0x10; block <= 0xFF; block++)
        {
            if (GetString(new DicomTag(group, (ushort)block)) == creator)
            {
                tag = new DicomTag(group, (ushort)((block << 8) | element));
                return true;
            }
        }

        tag = default;
        return false;
    }
}
