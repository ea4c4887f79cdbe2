using System.Text;

namespace PacsAnalyzer.Dicom.Tests;

/// <summary>Writes a data set out byte for byte, so that two of them compare as text.</summary>
internal static class DatasetComparison
{
    public static string Bytes(DicomDataset dataset) => Describe(dataset, element => Convert.ToHexString(element.GetBytes()));

    /// <summary>With values as a caller sees them: padding and character set do not count.</summary>
    public static string Values(DicomDataset dataset) => Describe(
        dataset, element => element.VR.IsBulk ? Padded(element.GetBytes()) : string.Join('|', element.GetValues<string>()));

    private static string Padded(byte[] bytes) => Convert.ToHexString(bytes) + (bytes.Length % 2 == 0 ? "" : "00");

    private static string Describe(DicomDataset dataset, Func<DicomElement, string> value)
    {
        StringBuilder text = new();
        foreach (DicomItem item in dataset)
        {
            text.Append(item.Tag).Append(' ').Append(item.VR).Append(' ');
            switch (item)
            {
                case DicomElement element:
                    text.Append(value(element));
                    break;
                case DicomSequence sequence:
                    text.Append('{').AppendJoin(',', sequence.Items.Select(child => Describe(child, value))).Append('}');
                    break;
                case DicomFragmentSequence fragments:
                    text.AppendJoin(',', fragments.OffsetTable).Append(':')
                        .AppendJoin(',', fragments.Fragments.Select(fragment => Convert.ToHexString(fragment.GetBytes())));
                    break;
                default:
                    break;
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
