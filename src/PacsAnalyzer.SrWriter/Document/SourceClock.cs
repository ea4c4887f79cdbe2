using System.Globalization;
using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.SrWriter.Document;

/// <summary>Generated dates and times as the source counts them: with its Timezone Offset From UTC (0008,0201) where it states one.</summary>
internal sealed class SourceClock
{
    private const int MaximumMinutes = 14 * 60;

    internal SourceClock(DicomDataset source, DateTimeOffset now)
    {
        Local = Offset(source.GetString(DicomTag.TimezoneOffsetFromUTC)) is TimeSpan offset ? now.ToOffset(offset) : now;
    }

    /// <summary>The moment.</summary>
    internal DateTimeOffset Local { get; }

    /// <summary>VR DA.</summary>
    internal string Date => Local.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>VR TM.</summary>
    internal string Time => Local.ToString("HHmmss", CultureInfo.InvariantCulture);

    private static TimeSpan? Offset(string? text)
    {
        // &ZZXX (PS3.3 section C.12.1.1.8)
        if (text is not { Length: 5 } || text[0] is not ('+' or '-') || !int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int digits))
        {
            return null;
        }

        int minutes = ((digits / 100) * 60) + (digits % 100);
        return minutes > MaximumMinutes || digits % 100 > 59 ? null : TimeSpan.FromMinutes(text[0] == '-' ? -minutes : minutes);
    }
}
