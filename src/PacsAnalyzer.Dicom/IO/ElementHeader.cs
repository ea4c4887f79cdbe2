namespace PacsAnalyzer.Dicom;

/// <summary>What stands before a value.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="VR">The VR stated or chosen.</param>
/// <param name="Length">The value's length in bytes; <see cref="Undefined"/> where delimiters end it.</param>
/// <param name="Offset">Where the header began.</param>
internal readonly record struct ElementHeader(DicomTag Tag, DicomVR VR, uint Length, long Offset)
{
    internal const uint Undefined = 0xFFFFFFFF;

    internal bool IsUndefined => Length == Undefined;
}
