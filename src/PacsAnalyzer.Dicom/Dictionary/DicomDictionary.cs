using System.Globalization;

namespace PacsAnalyzer.Dicom;

/// <summary>The data dictionary of PS3.6 and PS3.7 annex E, read once from the generated table.</summary>
public static class DicomDictionary
{
    private static readonly Lazy<Table> Instance = new(Load);

    /// <summary>The number of entries, repeating groups counted once.</summary>
    public static int Count => Instance.Value.Entries.Count + Instance.Value.Masks.Length;

    /// <summary>The entry of a tag, repeating groups (50xx, 60xx and the like) included; null for private and unknown tags.</summary>
    public static DicomDictionaryEntry? Find(DicomTag tag)
    {
        Table table = Instance.Value;
        if (table.Entries.TryGetValue(tag.Value, out DicomDictionaryEntry? entry))
        {
            return entry;
        }

        if (tag.IsPrivate)
        {
            return null;
        }

        foreach ((uint mask, uint value, DicomDictionaryEntry masked) in table.Masks)
        {
            if ((tag.Value & mask) == value)
            {
                return masked;
            }
        }

        return null;
    }

    /// <summary>The tag of a keyword; for a repeating group its first tag.</summary>
    public static bool TryFindKeyword(string keyword, out DicomTag tag) =>
        Instance.Value.Keywords.TryGetValue(keyword, out tag);

    private static Table Load()
    {
        using Stream stream = typeof(DicomDictionary).Assembly.GetManifestResourceStream("dictionary.tsv")
            ?? throw new InvalidOperationException("The assembly lacks its data dictionary.");
        using StreamReader reader = new(stream);
        Dictionary<uint, DicomDictionaryEntry> entries = new(5200);
        Dictionary<string, DicomTag> keywords = new(5200, StringComparer.Ordinal);
        Dictionary<string, DicomVR[]> representations = new(StringComparer.Ordinal);
        List<(uint, uint, DicomDictionaryEntry)> masks = [];
        while (reader.ReadLine() is { } line)
        {
            string[] columns = line.Split('\t');
            if (!representations.TryGetValue(columns[1], out DicomVR[]? vrs))
            {
                vrs = [.. columns[1].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(DicomVR.Parse)];
                representations.Add(columns[1], vrs);
            }

            DicomDictionaryEntry entry = new(columns[3], columns[4], vrs, columns[2], columns.Length > 5);
            string tag = columns[0];
            uint value = Parse(tag, '0');
            if (tag.Contains('x', StringComparison.Ordinal))
            {
                masks.Add((MaskOf(tag), value, entry));

                // The first of the group; (0028,0400) and the like are elements of their own.
                value = entries.ContainsKey(value) ? Parse(tag, '1') : value;
            }
            else
            {
                entries.Add(value, entry);
            }

            keywords.Add(entry.Keyword, new DicomTag(value));
        }

        return new Table(entries, [.. masks], keywords);
    }

    private static uint Parse(string tag, char digit) =>
        uint.Parse(tag.Replace('x', digit), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static uint MaskOf(string tag)
    {
        uint mask = 0;
        foreach (char digit in tag)
        {
            mask = (mask << 4) | (digit == 'x' ? 0u : 0xFu);
        }

        return mask;
    }

    private sealed record Table(
        Dictionary<uint, DicomDictionaryEntry> Entries,
        (uint Mask, uint Value, DicomDictionaryEntry Entry)[] Masks,
        Dictionary<string, DicomTag> Keywords);
}
