using System.Text;

namespace PacsAnalyzer.Dicom;

/// <summary>Code extensions of ISO 2022 as PS3.5 section 6.1.2.5 uses them: G0 for low bytes, G1 for high ones, changed by
/// escape sequences, back at those of the first value at the end of a line, component or value.</summary>
internal sealed class CodeExtensions
{
    private readonly IReadOnlyList<CodeElement> _elements;
    private readonly bool _allowsEscapes;
    private readonly CodeElement _initialG0;
    private readonly CodeElement? _initialG1;

    internal CodeExtensions(IReadOnlyList<CodeElement> elements, bool allowsEscapes)
    {
        _elements = elements;
        _allowsEscapes = allowsEscapes;
        _initialG0 = elements.Count > 0 && elements[0] is { IsG1: false, Width: 1 } first ? first : CodeElement.Ascii;

        // What the first value names is there from the start: the second of its pair, where it has one.
        _initialG1 = elements.Count > 1 && elements[0] == _initialG0 && elements[1].IsG1 && elements[1].Width == 1 ? elements[1] : null;
    }

    internal bool HasElements => _elements.Count > 0;

    internal string Decode(ReadOnlySpan<byte> bytes, DicomVR vr)
    {
        StringBuilder text = new(bytes.Length);
        CodeElement g0 = _initialG0;
        CodeElement? g1 = _initialG1;
        for (int i = 0; i < bytes.Length;)
        {
            byte value = bytes[i];
            if (value == 0x1B && CodeElement.AtEscape(bytes[i..]) is { } element)
            {
                i += element.Escape.Length;
                (g0, g1) = element.IsG1 ? (g0, element) : (element, g1);
                continue;
            }

            if (value < 0x80 && (g0.Width == 1 || value <= 0x20))
            {
                if (IsDelimiter((char)value, vr))
                {
                    (g0, g1) = (_initialG0, _initialG1);
                }

                text.Append((char)value);
                i++;
                continue;
            }

            CodeElement? current = value < 0x80 ? g0 : g1 ?? Unannounced();
            int width = Math.Min(current?.Width ?? 1, bytes.Length - i);
            if (current is null || width < current.Width)
            {
                // A high byte that no set is there for is read as Latin-1; half a character is replaced.
                text.Append(current is null ? (char)value : '\uFFFD');
            }
            else
            {
                current.Decode(bytes.Slice(i, width), text);
            }

            i += width;
        }

        return text.ToString();
    }

    /// <summary>Writes text; null where no set has a character.</summary>
    internal byte[]? TryEncode(string text, DicomVR vr)
    {
        List<byte> bytes = new(text.Length * 2);
        CodeElement g0 = _initialG0;
        CodeElement? g1 = _initialG1;
        for (int i = 0; i < text.Length;)
        {
            int length = char.IsSurrogatePair(text, i) ? 2 : 1;
            ReadOnlySpan<char> character = text.AsSpan(i, length);
            i += length;
            if (character[0] < 0x80)
            {
                if (g0.Width != 1)
                {
                    bytes.AddRange(_initialG0.Escape);
                    g0 = _initialG0;
                }

                if (IsDelimiter(character[0], vr))
                {
                    g1 = _initialG1;
                }

                bytes.Add((byte)character[0]);
                continue;
            }

            if ((g0.Width == 2 && g0.TryEncode(character, bytes)) || (g1?.TryEncode(character, bytes) ?? false))
            {
                continue;
            }

            CodeElement? next = _allowsEscapes ? Announced(character) : null;
            if (next is null)
            {
                return null;
            }

            bytes.AddRange(next.Escape);
            next.TryEncode(character, bytes);
            (g0, g1) = next.IsG1 ? (g0, next) : (next, g1);
        }

        if (g0.Width != 1)
        {
            bytes.AddRange(_initialG0.Escape);
        }

        return [.. bytes];
    }

    private static bool IsDelimiter(char character, DicomVR vr) =>
        (character < ' ' && character != '\u001B')
        || (character == '\\' && vr.IsMultiValued)
        || (character is '^' or '=' && vr == DicomVR.PN);

    private CodeElement? Announced(ReadOnlySpan<char> character)
    {
        List<byte> probe = [];
        foreach (CodeElement element in _elements)
        {
            if (element.TryEncode(character, probe))
            {
                return element;
            }
        }

        return null;
    }

    // Some writers leave out the escape sequence after a delimiter: the first announced set for high bytes is meant.
    private CodeElement? Unannounced()
    {
        foreach (CodeElement element in _elements)
        {
            if (element.IsG1)
            {
                return element;
            }
        }

        return null;
    }
}
