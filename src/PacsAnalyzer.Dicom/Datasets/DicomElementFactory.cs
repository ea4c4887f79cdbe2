using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace PacsAnalyzer.Dicom;

/// <summary>Makes elements of values. Text is kept as UTF-8; a writer brings it into the data set's character set.</summary>
internal static class DicomElementFactory
{
    private const int DecimalStringLength = 16;

    internal static DicomElement Create(DicomVR vr, DicomTag tag, string?[] values)
    {
        if (vr.IsString || vr == DicomVR.UN)
        {
            if (!vr.IsMultiValued && values.Length > 1)
            {
                throw new DicomDataException(tag, $"{vr} holds one value, not {values.Length}");
            }

            string text = string.Join('\\', values);
            return new DicomElement(tag, vr, System.Text.Encoding.UTF8.GetBytes(text), DicomCharacterSet.Utf8);
        }

        if (vr == DicomVR.AT)
        {
            return Create(vr, tag, Array.ConvertAll(values, value => DicomTag.Parse(value ?? "")));
        }

        return vr.Code switch
        {
            "FL" or "OF" or "FD" or "OD" => Numbers(vr, tag, Parse<double>(tag, values)),
            "UV" or "OV" => Numbers(vr, tag, Parse<ulong>(tag, values)),
            "SQ" => throw new DicomDataException(tag, "a sequence takes data sets, not text"),
            _ => Numbers(vr, tag, Parse<long>(tag, values)),
        };
    }

    internal static DicomElement Create(DicomVR vr, DicomTag tag, DicomTag[] values)
    {
        if (vr != DicomVR.AT)
        {
            return Create(vr, tag, Array.ConvertAll(values, value => value.ToString()));
        }

        byte[] bytes = new byte[values.Length * 4];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 4), values[i].Group);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan((i * 4) + 2), values[i].Element);
        }

        return new DicomElement(tag, vr, bytes);
    }

    internal static DicomElement Numbers<N>(DicomVR vr, DicomTag tag, N[] values)
        where N : struct, INumber<N>
    {
        if (vr == DicomVR.DS || vr == DicomVR.IS)
        {
            return Create(vr, tag, Array.ConvertAll(values, value => Text(vr, tag, value)));
        }

        if (vr.IsString || vr == DicomVR.SQ || vr == DicomVR.AT)
        {
            throw new DicomDataException(tag, $"{vr} takes no numbers");
        }

        int size = vr.ValueSize;
        byte[] bytes = new byte[values.Length * size];
        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                Write(vr, values[i], bytes.AsSpan(i * size, size));
            }
        }
        catch (OverflowException)
        {
            throw new DicomDataException(tag, $"a value does not fit {vr}");
        }

        return new DicomElement(tag, vr, bytes);
    }

    private static void Write<N>(DicomVR vr, N value, Span<byte> target)
        where N : struct, INumber<N>
    {
        // A fraction given to an integer VR would be cut off in silence.
        if (!N.IsInteger(value) && vr.Code is not ("FL" or "OF" or "FD" or "OD"))
        {
            throw new OverflowException();
        }

        switch (vr.Code)
        {
            case "US" or "OW": BinaryPrimitives.WriteUInt16LittleEndian(target, ushort.CreateChecked(value)); break;
            case "SS": BinaryPrimitives.WriteInt16LittleEndian(target, short.CreateChecked(value)); break;
            case "UL" or "OL": BinaryPrimitives.WriteUInt32LittleEndian(target, uint.CreateChecked(value)); break;
            case "SL": BinaryPrimitives.WriteInt32LittleEndian(target, int.CreateChecked(value)); break;
            case "FL" or "OF": BinaryPrimitives.WriteSingleLittleEndian(target, float.CreateChecked(value)); break;
            case "FD" or "OD": BinaryPrimitives.WriteDoubleLittleEndian(target, double.CreateChecked(value)); break;
            case "UV" or "OV": BinaryPrimitives.WriteUInt64LittleEndian(target, ulong.CreateChecked(value)); break;
            case "SV": BinaryPrimitives.WriteInt64LittleEndian(target, long.CreateChecked(value)); break;
            default: target[0] = byte.CreateChecked(value); break;
        }
    }

    private static string Text<N>(DicomVR vr, DicomTag tag, N value)
        where N : struct, INumber<N>
    {
        if (!N.IsFinite(value))
        {
            throw new DicomDataException(tag, $"{vr} cannot hold {value}");
        }

        if (vr == DicomVR.IS)
        {
            return N.IsInteger(value)
                ? value.ToString("F0", CultureInfo.InvariantCulture)
                : throw new DicomDataException(tag, "IS takes whole numbers");
        }

        string text = DecimalString(value);
        return double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture))
            ? text
            : throw new DicomDataException(tag, $"{vr} cannot hold {value}");
    }

    /// <summary>The most exact form that fits the 16 characters of DS.</summary>
    private static string DecimalString<N>(N value)
        where N : struct, INumber<N>
    {
        string text = value.ToString(null, CultureInfo.InvariantCulture);
        double number = double.CreateChecked(value);
        for (int digits = 15; text.Length > DecimalStringLength; digits--)
        {
            text = number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        return text;
    }

    private static N[] Parse<N>(DicomTag tag, string?[] values)
        where N : struct, INumber<N> => Array.ConvertAll(
            values,
            text => N.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out N number)
                ? number
                : throw new DicomDataException(tag, $"'{text}' is not a number"));
}
