using System.Globalization;
using System.Text;

namespace PacsAnalyzer.Dicom;

/// <summary>A data set as text, one line an item, to look at; it holds whatever the data set holds of the patient.</summary>
public static class DicomDump
{
    private const int MaximumValue = 64;
    private const long MaximumBytes = 4096;

    /// <summary>The data set as text.</summary>
    /// <param name="dataset">The data set.</param>
    public static string ToText(DicomDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        StringBuilder text = new();
        Append(text, dataset, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, DicomDataset dataset, int depth)
    {
        foreach (DicomItem item in dataset)
        {
            text.Append(' ', depth * 2)
                .Append(CultureInfo.InvariantCulture, $"{item.Tag} {item.VR} ")
                .Append(Value(item))
                .Append("  ")
                .Append(item.Tag.DictionaryEntry?.Name ?? dataset.GetPrivateCreator(item.Tag))
                .Append('\n');
            if (item is not DicomSequence sequence)
            {
                continue;
            }

            for (int i = 0; i < sequence.Items.Count; i++)
            {
                text.Append(' ', (depth * 2) + 2).Append(CultureInfo.InvariantCulture, $"item {i + 1}\n");
                Append(text, sequence.Items[i], depth + 2);
            }
        }
    }

    private static string Value(DicomItem item) => item switch
    {
        DicomElement element => Value(element),
        DicomSequence sequence => $"{sequence.Items.Count} items",
        DicomFragmentSequence fragments => $"{fragments.Fragments.Count} fragments, {fragments.Fragments.Sum(fragment => fragment.Length)} bytes",
        _ => "",
    };

    private static string Value(DicomElement element)
    {
        if (element.VR.IsBulk || element.Length > MaximumBytes)
        {
            return $"{element.Length} bytes";
        }

        StringBuilder shown = new("[");
        foreach (char character in element.GetText())
        {
            if (shown.Length > MaximumValue)
            {
                shown.Append("...");
                break;
            }

            shown.Append(char.IsControl(character) ? '.' : character);
        }

        return shown.Append(']').ToString();
    }
}
