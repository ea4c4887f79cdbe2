using System.Text;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Status of a DIMSE response: code, what it means, and whether asking again may help.</summary>
public sealed record DicomStatus
{
    internal DicomStatus(ushort code, DicomStatusCategory category, string text, string citation, bool isTransient = false)
    {
        Code = code;
        Category = category;
        Text = text;
        Citation = citation;
        IsTransient = isTransient;
    }

    /// <summary>Value of (0000,0900).</summary>
    public ushort Code { get; internal init; }

    /// <summary>Category.</summary>
    public DicomStatusCategory Category { get; }

    /// <summary>The standard's wording.</summary>
    public string Text { get; }

    /// <summary>Where the standard defines it.</summary>
    public string Citation { get; }

    /// <summary>A failure that the same request may not meet later (out of resources, processing failure, resource limitation).</summary>
    public bool IsTransient { get; }

    /// <summary>Error Comment (0000,0902), up to 64 characters; null where none.</summary>
    public string? Comment { get; private init; }

    /// <summary>Success or warning: the peer has done what was asked.</summary>
    public bool IsAccepted => Category is DicomStatusCategory.Success or DicomStatusCategory.Warning;

    /// <summary>Success: done (PS3.7 annex C.1).</summary>
    public static DicomStatus Success => DicomStatusTable.Success;

    /// <summary>A700: refused, out of resources; the sender may try again (PS3.4 section B.2.3).</summary>
    public static DicomStatus OutOfResources => DicomStatusTable.OutOfResources;

    /// <summary>A900: the data set does not match the SOP class (PS3.4 section B.2.3).</summary>
    public static DicomStatus DataSetDoesNotMatchSopClass => DicomStatusTable.DataSetMismatch;

    /// <summary>C000: the data set cannot be understood (PS3.4 section B.2.3).</summary>
    public static DicomStatus CannotUnderstand => DicomStatusTable.CannotUnderstand;

    /// <summary>0110: processing failure (PS3.7 annex C.5).</summary>
    public static DicomStatus ProcessingFailure => DicomStatusTable.Lookup(0x0110);

    /// <summary>0117: the SOP instance UID breaks the rules of UIDs (PS3.7 annex C.5).</summary>
    public static DicomStatus InvalidObjectInstance => DicomStatusTable.Lookup(0x0117);

    /// <summary>0118: the SOP class is not known (normalised services, PS3.7 annex C.5).</summary>
    public static DicomStatus NoSuchSopClass => DicomStatusTable.Lookup(0x0118);

    /// <summary>0122: refused, SOP class not supported (PS3.7 annex C.5).</summary>
    public static DicomStatus SopClassNotSupported => DicomStatusTable.Lookup(0x0122);

    /// <summary>0124: refused, not authorised (PS3.7 annex C.5).</summary>
    public static DicomStatus NotAuthorized => DicomStatusTable.Lookup(0x0124);

    /// <summary>0211: unrecognised operation (PS3.7 annex C.5).</summary>
    public static DicomStatus UnrecognizedOperation => DicomStatusTable.Lookup(0x0211);

    /// <summary>0212: mistyped argument (PS3.7 annex C.5).</summary>
    public static DicomStatus MistypedArgument => DicomStatusTable.Lookup(0x0212);

    /// <summary>0213: resource limitation (PS3.7 annex C.5).</summary>
    public static DicomStatus ResourceLimitation => DicomStatusTable.Lookup(0x0213);

    /// <summary>The status that a code stands for; unknown codes are failures by their number (never success).</summary>
    public static DicomStatus Lookup(ushort code) => DicomStatusTable.Lookup(code);

    /// <summary>The same with an error comment, cut to 64 printable ASCII characters (VR LO). No patient data belongs in it.</summary>
    public DicomStatus WithComment(string? comment)
    {
        if (string.IsNullOrEmpty(comment))
        {
            return this;
        }

        var clean = new StringBuilder(64);
        foreach (char c in comment)
        {
            if (clean.Length < 64)
            {
                clean.Append(c is >= ' ' and <= '~' and not '\\' ? c : '?');
            }
        }

        return this with { Comment = clean.ToString() };
    }

    /// <summary>One line for logs.</summary>
    public override string ToString() => Comment is null ? $"{Code:X4} {Text}" : $"{Code:X4} {Text}: {Comment}";
}
