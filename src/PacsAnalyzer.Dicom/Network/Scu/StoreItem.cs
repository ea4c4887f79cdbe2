namespace PacsAnalyzer.Dicom.Network;

/// <summary>An instance to send.</summary>
/// <param name="SopClassUid">SOP class.</param>
/// <param name="SopInstanceUid">SOP instance.</param>
/// <param name="TransferSyntaxUid">Transfer syntax of <paramref name="DataSet"/>; a context with it must be accepted.</param>
/// <param name="DataSet">The data set's bytes from the stream's position on, without a Part 10 header. Stays the caller's.</param>
/// <param name="Length">How many bytes of it.</param>
public sealed record StoreItem(string SopClassUid, string SopInstanceUid, string TransferSyntaxUid, Stream DataSet, long Length);
