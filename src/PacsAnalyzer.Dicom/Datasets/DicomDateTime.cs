using System.Globalization;

namespace PacsAnalyzer.Dicom;

/// <summary>Reads and writes the values of DA, TM and DT (PS3.5 section 6.2).</summary>
public static class DicomDateTime
{
    /// <summary>Reads "20260131", and "2026.01.31" as before DICOM 3.0.</summary>
    public static bool TryParseDate(string? text, out DateOnly date)
    {
        string trimmed = text?.Trim(' ', '\0') ?? "";
        return DateOnly.TryParseExact(trimmed, ["yyyyMMdd", "yyyy.MM.dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>Reads "hh", "hhmm", "hhmmss" and "hhmmss.f" to "hhmmss.ffffff", and "hh:mm:ss" as before DICOM 3.0; a leap second counts as 59.</summary>
    public static bool TryParseTime(string? text, out TimeOnly time)
    {
        time = default;
        string digits = (text?.Trim(' ', '\0') ?? "").Replace(":", "", StringComparison.Ordinal);
        string fraction = "";
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            fraction = digits[(point + 1)..];
            digits = digits[..point];
        }

        if (digits.Length is not (2 or 4 or 6) || (fraction.Length > 0 && digits.Length != 6) || fraction.Length > 6
            || !digits.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit))
        {
            return false;
        }

        int Part(int index) => digits.Length >= (index * 2) + 2 ? ((digits[index * 2] - '0') * 10) + digits[(index * 2) + 1] - '0' : 0;
        int second = Part(2) == 60 ? 59 : Part(2);
        if (Part(0) > 23 || Part(1) > 59 || second > 59)
        {
            return false;
        }

        long ticks = fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(7, '0'), CultureInfo.InvariantCulture);
        time = new TimeOnly(Part(0), Part(1), second).Add(TimeSpan.FromTicks(ticks));
        return true;
    }

    /// <summary>Reads a DT, from a year alone to microseconds with an offset from UTC; where it has none, the given one.</summary>
    /// <param name="text">The value, as "20260131120000.000000+0100".</param>
    /// <param name="offset">The offset that applies where the value states none, from Timezone Offset From UTC.</param>
    /// <param name="moment">The moment read.</param>
    public static bool TryParse(string? text, TimeSpan offset, out DateTimeOffset moment)
    {
        moment = default;
        string value = text?.Trim(' ', '\0') ?? "";
        int sign = value.IndexOfAny(['+', '-']);
        if (sign >= 0)
        {
            if (!TryParseOffset(value[sign..], out offset))
            {
                return false;
            }

            value = value[..sign];
        }

        string date = value.Length switch { 4 => value + "0101", 6 => value + "01", >= 8 => value[..8], _ => "" };
        string time = value.Length > 8 ? value[8..] : "00";
        if (!TryParseDate(date, out DateOnly day) || !TryParseTime(time, out TimeOnly hour))
        {
            return false;
        }

        long ticks = day.ToDateTime(hour).Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        moment = new DateTimeOffset(day.ToDateTime(hour), offset);
        return true;
    }

    /// <summary>Reads Timezone Offset From UTC, as "+0100": within -1200 and +1400.</summary>
    public static bool TryParseOffset(string? text, out TimeSpan offset)
    {
        offset = default;
        string value = text?.Trim(' ', '\0') ?? "";
        if (value.Length != 5 || value[0] is not ('+' or '-') || !value.Skip(1).All(char.IsAsciiDigit))
        {
            return false;
        }

        int minutes = (int.Parse(value.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(value.AsSpan(3, 2), CultureInfo.InvariantCulture);
        offset = TimeSpan.FromMinutes(value[0] == '-' ? -minutes : minutes);
        return offset >= TimeSpan.FromHours(-12) && offset <= TimeSpan.FromHours(14);
    }

    /// <summary>Writes a date as DA has it.</summary>
    public static string Format(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Writes a time as TM has it, to the microsecond where there is a fraction.</summary>
    public static string Format(TimeOnly time) =>
        time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HHmmss" : "HHmmss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>Writes a moment as DT has it, with its offset.</summary>
    public static string Format(DateTimeOffset moment) =>
        moment.ToString("yyyyMMddHHmmss.ffffff", CultureInfo.InvariantCulture) + FormatOffset(moment.Offset);

    /// <summary>Writes an offset as Timezone Offset From UTC has it.</summary>
    public static string FormatOffset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
