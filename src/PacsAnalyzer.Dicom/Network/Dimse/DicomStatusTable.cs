using System.Collections.Frozen;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>Status codes of PS3.7 annex C and, where a service refines them, of the storage service (PS3.4 table B.2-1).</summary>
internal static class DicomStatusTable
{
    public static readonly DicomStatus Success = new(0x0000, DicomStatusCategory.Success, "Success", "PS3.7 C.1.1");
    public static readonly DicomStatus OutOfResources = Failure(0xA700, "Refused: out of resources", "PS3.4 B.2.3", true);
    public static readonly DicomStatus DataSetMismatch = Failure(0xA900, "Error: data set does not match SOP class", "PS3.4 B.2.3");
    public static readonly DicomStatus CannotUnderstand = Failure(0xC000, "Error: cannot understand", "PS3.4 B.2.3");

    private static readonly FrozenDictionary<ushort, DicomStatus> Codes = new[]
    {
        Success,
        OutOfResources,
        DataSetMismatch,
        CannotUnderstand,
        Warning(0x0001, "Requested optional attributes are not supported", "PS3.4 F.4.2.1.4"),
        Warning(0x0107, "Attribute list error", "PS3.7 C.4.2"),
        Warning(0x0116, "Attribute value out of range", "PS3.7 C.4.3"),
        Failure(0x0105, "No such attribute", "PS3.7 C.5"),
        Failure(0x0106, "Invalid attribute value", "PS3.7 C.5"),
        Failure(0x0110, "Processing failure", "PS3.7 C.5", true),
        Failure(0x0111, "Duplicate SOP instance", "PS3.7 C.5"),
        Failure(0x0112, "No such SOP instance", "PS3.7 C.5"),
        Failure(0x0113, "No such event type", "PS3.7 C.5"),
        Failure(0x0114, "No such argument", "PS3.7 C.5"),
        Failure(0x0115, "Invalid argument value", "PS3.7 C.5"),
        Failure(0x0117, "Invalid SOP instance", "PS3.7 C.5"),
        Failure(0x0118, "No such SOP class", "PS3.7 C.5"),
        Failure(0x0119, "Class-instance conflict", "PS3.7 C.5"),
        Failure(0x0120, "Missing attribute", "PS3.7 C.5"),
        Failure(0x0121, "Missing attribute value", "PS3.7 C.5"),
        Failure(0x0122, "Refused: SOP class not supported", "PS3.7 C.5"),
        Failure(0x0123, "No such action", "PS3.7 C.5"),
        Failure(0x0124, "Refused: not authorized", "PS3.7 C.5"),
        Failure(0x0131, "Duplicate transaction UID", "PS3.4 J.3.2"),
        Failure(0x0210, "Duplicate invocation", "PS3.7 C.5"),
        Failure(0x0211, "Unrecognized operation", "PS3.7 C.5"),
        Failure(0x0212, "Mistyped argument", "PS3.7 C.5"),
        Failure(0x0213, "Resource limitation", "PS3.7 C.5", true),
        Warning(0xB000, "Coercion of data elements", "PS3.4 B.2.3"),
        Warning(0xB006, "Elements discarded", "PS3.4 B.2.3"),
        Warning(0xB007, "Data set does not match SOP class", "PS3.4 B.2.3"),
        new(0xFE00, DicomStatusCategory.Cancel, "Cancelled", "PS3.7 C.3.1"),
        new(0xFF00, DicomStatusCategory.Pending, "Pending", "PS3.7 C.2.1"),
        new(0xFF01, DicomStatusCategory.Pending, "Pending, optional keys not supported", "PS3.4 C.4.1.1.4"),
    }.ToFrozenDictionary(status => status.Code);

    /// <summary>All codes with a meaning of their own.</summary>
    public static IReadOnlyCollection<DicomStatus> All => Codes.Values;

    public static DicomStatus Lookup(ushort code)
    {
        if (Codes.TryGetValue(code, out DicomStatus? known))
        {
            return known;
        }

        // Ranges of PS3.7 C.1 and PS3.4 B.2.3; what nobody defines counts as failure.
        return (code & 0xFF00) switch
        {
            0xA700 => OutOfResources with { Code = code },
            0xA900 => DataSetMismatch with { Code = code },
            _ when (code & 0xF000) == 0xC000 => CannotUnderstand with { Code = code },
            _ when (code & 0xF000) == 0xB000 => Warning(code, "Warning", "PS3.7 C.4"),
            _ when (code & 0xF000) == 0xA000 => Failure(code, "Failure", "PS3.7 C.5"),
            _ => Failure(code, "Failure with an unknown code", "PS3.7 C.5"),
        };
    }

    private static DicomStatus Failure(ushort code, string text, string citation, bool isTransient = false) =>
        new(code, DicomStatusCategory.Failure, text, citation, isTransient);

    private static DicomStatus Warning(ushort code, string text, string citation) =>
        new(code, DicomStatusCategory.Warning, text, citation);
}
