using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PacsAnalyzer.Dicom;

/// <summary>Reads the values of elements as what a caller asks for.</summary>
internal static class DicomValues
{
    private const NumberStyles DecimalStyle = NumberStyles.Float;

    internal static int Count(DicomElement element)
    {
        if (element.Length == 0)
        {
            return 0;
        }

        if (element.VR.IsNumber)
        {
            return (int)(element.Length / element.VR.ValueSize);
        }

        if (element.VR.IsBulk && element.VR != DicomVR.UN)
        {
            return 1;
        }

        return Strings(element).Length;
    }

    internal static string Text(DicomElement element)
    {
        if (!element.VR.IsString && element.VR != DicomVR.UN)
        {
            return string.Join('\\', Strings(element));
        }

        string text = element.CharacterSet.Decode(element.GetBytes(), element.VR);
        return KeepsLeadingSpace(element.VR) || element.VR == DicomVR.PN
            ? text.TrimEnd(' ', '\0')
            : text.TrimEnd('\0', ' ').TrimStart(' ');
    }

    internal static string[] Strings(DicomElement element)
    {
        if (element.Length == 0)
        {
            return [];
        }

        if (element.VR.IsString || element.VR == DicomVR.UN)
        {
            string text = Text(element);
            if (text.Length == 0)
            {
                return [];
            }

            if (!element.VR.IsMultiValued)
            {
                return [text];
            }

            string[] values = text.Split('\\');
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = values[i].TrimEnd(' ', '\0');
                if (!KeepsLeadingSpace(element.VR))
                {
                    values[i] = values[i].TrimStart(' ');
                }
            }

            return values;
        }

        if (element.VR == DicomVR.AT)
        {
            return Array.ConvertAll(Tags(element), tag => tag.ToString());
        }

        return element.VR == DicomVR.FL || element.VR == DicomVR.OF ? Format(Numbers<float>(element))
            : element.VR == DicomVR.FD || element.VR == DicomVR.OD ? Format(Numbers<double>(element))
            : element.VR == DicomVR.UV || element.VR == DicomVR.OV ? Format(Numbers<ulong>(element))
            : Format(Numbers<long>(element));
    }

    internal static T[] Read<T>(DicomElement element)
        where T : notnull
    {
        if (typeof(T) == typeof(string))
        {
            return (T[])(object)Strings(element);
        }

        if (typeof(T) == typeof(DicomTag))
        {
            return (T[])(object)Tags(element);
        }

        if (typeof(T) == typeof(DicomUID))
        {
            return (T[])(object)Array.ConvertAll(Strings(element), DicomUID.Lookup);
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return (T[])(object)Array.ConvertAll(Strings(element), text => DicomDateTime.TryParseDate(text, out DateOnly date)
                ? date : throw Unreadable(element, text, "a date"));
        }

        if (typeof(T) == typeof(TimeOnly))
        {
            return (T[])(object)Array.ConvertAll(Strings(element), text => DicomDateTime.TryParseTime(text, out TimeOnly time)
                ? time : throw Unreadable(element, text, "a time"));
        }

        object? numbers =
            typeof(T) == typeof(int) ? Numbers<int>(element)
            : typeof(T) == typeof(double) ? Numbers<double>(element)
            : typeof(T) == typeof(ushort) ? Numbers<ushort>(element)
            : typeof(T) == typeof(uint) ? Numbers<uint>(element)
            : typeof(T) == typeof(short) ? Numbers<short>(element)
            : typeof(T) == typeof(long) ? Numbers<long>(element)
            : typeof(T) == typeof(ulong) ? Numbers<ulong>(element)
            : typeof(T) == typeof(float) ? Numbers<float>(element)
            : typeof(T) == typeof(byte) ? Numbers<byte>(element)
            : typeof(T) == typeof(decimal) ? Numbers<decimal>(element)
            : null;
        return (T[]?)numbers ?? throw new NotSupportedException($"A DICOM value cannot be read as {typeof(T).Name}.");
    }

    private static N[] Numbers<N>(DicomElement element)
        where N : struct, INumber<N>
    {
        if (element.Length == 0)
        {
            return [];
        }

        if (element.VR.IsString)
        {
            return Array.ConvertAll(Strings(element), text => ParseNumber<N>(element, text));
        }

        byte[] bytes = element.GetBytes();
        if (typeof(N) == typeof(byte) && element.VR.IsBulk)
        {
            return (N[])(object)(byte[])bytes.Clone();
        }

        if (typeof(N) == typeof(ushort) && (element.VR == DicomVR.OW || element.VR == DicomVR.US) && BitConverter.IsLittleEndian)
        {
            return (N[])(object)MemoryMarshal.Cast<byte, ushort>(bytes).ToArray();
        }

        int size = element.VR.ValueSize;
        N[] values = new N[bytes.Length / size];
        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Number<N>(element.VR, bytes.AsSpan(i * size, size));
            }
        }
        catch (OverflowException)
        {
            throw new DicomDataException(element.Tag, $"a value does not fit {typeof(N).Name}");
        }

        return values;
    }

    private static N Number<N>(DicomVR vr, ReadOnlySpan<byte> bytes)
        where N : struct, INumber<N> => vr.Code switch
        {
            "US" or "OW" => N.CreateChecked(BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
            "SS" => N.CreateChecked(BinaryPrimitives.ReadInt16LittleEndian(bytes)),
            "UL" or "OL" => N.CreateChecked(BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
            "SL" => N.CreateChecked(BinaryPrimitives.ReadInt32LittleEndian(bytes)),
            "FL" or "OF" => N.CreateChecked(BinaryPrimitives.ReadSingleLittleEndian(bytes)),
            "FD" or "OD" => N.CreateChecked(BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
            "UV" or "OV" => N.CreateChecked(BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
            "SV" => N.CreateChecked(BinaryPrimitives.ReadInt64LittleEndian(bytes)),
            "AT" => N.CreateChecked(((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16) | BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..])),
            _ => N.CreateChecked(bytes[0]),
        };

    private static N ParseNumber<N>(DicomElement element, string text)
        where N : struct, INumber<N>
    {
        try
        {
            if (N.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out N value))
            {
                return value;
            }

            // An integer asked for, "1E2" or the like stored: taken where nothing is lost.
            if (double.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out double real) && real == Math.Floor(real))
            {
                return N.CreateChecked(real);
            }
        }
        catch (OverflowException)
        {
            throw new DicomDataException(element.Tag, $"'{Shortened(text)}' does not fit {typeof(N).Name}");
        }

        throw Unreadable(element, text, "a number of type " + typeof(N).Name);
    }

    private static DicomTag[] Tags(DicomElement element)
    {
        if (element.VR != DicomVR.AT)
        {
            return Array.ConvertAll(Strings(element), text => DicomTag.TryParse(text, out DicomTag tag)
                ? tag : throw Unreadable(element, text, "a tag"));
        }

        byte[] bytes = element.GetBytes();
        DicomTag[] tags = new DicomTag[bytes.Length / 4];
        for (int i = 0; i < tags.Length; i++)
        {
            ReadOnlySpan<byte> value = bytes.AsSpan(i * 4, 4);
            tags[i] = new DicomTag(BinaryPrimitives.ReadUInt16LittleEndian(value), BinaryPrimitives.ReadUInt16LittleEndian(value[2..]));
        }

        return tags;
    }

    private static string[] Format<N>(N[] numbers)
        where N : struct, INumber<N> => Array.ConvertAll(numbers, number => number.ToString(null, CultureInfo.InvariantCulture));

    private static bool KeepsLeadingSpace(DicomVR vr) =>
        vr == DicomVR.LT || vr == DicomVR.ST || vr == DicomVR.UT || vr == DicomVR.UC || vr == DicomVR.UR;

    private static DicomDataException Unreadable(DicomElement element, string text, string wanted) =>
        new(element.Tag, $"'{Shortened(text)}' is not {wanted}");

    private static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "...");
}
