namespace PacsAnalyzer.Dicom.Network;

/// <summary>How far the sending of one instance is.</summary>
/// <param name="BytesSent">Bytes of the data set handed to the network.</param>
/// <param name="TotalBytes">Bytes of the data set.</param>
public readonly record struct StoreProgress(long BytesSent, long TotalBytes);
