using System.Text;

namespace PacsAnalyzer.Dicom;

/// <summary>The framework's encodings, throwing where they cannot.</summary>
internal static class CharacterEncodings
{
    internal static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static readonly Encoding GB18030 = Strict(54936);

    internal static readonly Encoding Gbk = Strict(936);

    internal static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>Reads text whose character set nobody states: UTF-8 where that holds, then GBK where most characters
    /// are common Chinese ones, else Latin-1, which every byte is.</summary>
    internal static string Guess(ReadOnlySpan<byte> bytes)
    {
        if (TryDecode(Utf8, bytes, out string text) || (LooksLikeGbk(bytes) && TryDecode(GB18030, bytes, out text)))
        {
            return text;
        }

        return Encoding.Latin1.GetString(bytes);
    }

    internal static bool TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = encoding.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    // Latin-1 words have a high byte here and there, followed by a low one; Chinese text has pairs of high bytes with
    // the first one from B0 to F7, where GB2312 keeps its characters.
    private static bool LooksLikeGbk(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0;
        int common = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            pairs++;
            if (i + 1 < bytes.Length && bytes[i] is >= 0xB0 and <= 0xF7 && bytes[i + 1] >= 0xA1)
            {
                common++;
            }

            i++;
        }

        return common * 2 > pairs;
    }
}
