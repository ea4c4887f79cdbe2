namespace PacsAnalyzer.Dicom;

/// <summary>Which character set a data set is written in: the one it states, or ISO_IR 192 where that lacks a character.</summary>
internal static class WritingCharacterSet
{
    /// <summary>The character set for a data set and those of its items that state none of their own.</summary>
    internal static DicomCharacterSet Choose(DicomDataset dataset, DicomCharacterSet inherited)
    {
        DicomCharacterSet stated = Stated(dataset) ?? inherited;
        return CanWrite(dataset, stated) ? stated : DicomCharacterSet.Utf8;
    }

    /// <summary>The character set that a data set itself states, or null.</summary>
    internal static DicomCharacterSet? Stated(DicomDataset dataset) =>
        dataset.GetDicomItem<DicomElement>(DicomTag.SpecificCharacterSet) is { } element
            ? DicomCharacterSet.Of(element.GetValues<string>())
            : null;

    /// <summary>An element's bytes in a character set; null where they are right as they are.</summary>
    internal static byte[]? Transcode(DicomElement element, DicomCharacterSet target)
    {
        if (!NeedsTranscoding(element, target))
        {
            return null;
        }

        string text = element.CharacterSet.Decode(element.GetBytes(), element.VR);
        return target.TryEncode(text, element.VR) ?? System.Text.Encoding.ASCII.GetBytes(text);
    }

    private static bool CanWrite(DicomDataset dataset, DicomCharacterSet characterSet)
    {
        for (int i = 0; i < dataset.Count; i++)
        {
            switch (dataset[i])
            {
                case DicomElement element when NeedsTranscoding(element, characterSet):
                    string text = element.CharacterSet.Decode(element.GetBytes(), element.VR);
                    if (characterSet.TryEncode(text, element.VR) is null)
                    {
                        return false;
                    }

                    break;
                case DicomSequence sequence:
                    foreach (DicomDataset item in sequence.Items)
                    {
                        if (Stated(item) is null && !CanWrite(item, characterSet))
                        {
                            return false;
                        }
                    }

                    break;
                default:
                    break;
            }
        }

        return true;
    }

    private static bool NeedsTranscoding(DicomElement element, DicomCharacterSet target)
    {
        if (!element.VR.IsCharacterString || element.Length == 0 || element.CharacterSet.Equals(target))
        {
            return false;
        }

        byte[] bytes = element.GetBytes();
        return !System.Text.Ascii.IsValid(bytes) || bytes.AsSpan().Contains((byte)0x1B);
    }
}
