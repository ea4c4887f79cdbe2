namespace PacsAnalyzer.Dicom;

/// <summary>What one array can hold.</summary>
internal static class ByteBufferLimits
{
    internal static void RequireArray(long length)
    {
        if (length > Array.MaxLength)
        {
            throw new DicomDataException($"A value of {length} bytes does not fit one array: read it through OpenStream.");
        }
    }
}
