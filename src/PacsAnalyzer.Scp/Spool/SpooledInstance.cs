using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Scp.Spool;

/// <summary>A complete file of the spool, acknowledged or about to be.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Header">What routing, assembly and index need of it.</param>
/// <param name="ContentHash">SHA-256 of the data set's bytes as received, hex.</param>
/// <param name="ByteLength">File size.</param>
/// <param name="CallingAeTitle">Who sent it.</param>
/// <param name="CalledAeTitle">Whom it was sent to.</param>
/// <param name="RemoteAddress">From where.</param>
/// <param name="ReceivedAt">When it was complete.</param>
public sealed record SpooledInstance(
    string Path,
    InstanceHeader Header,
    string ContentHash,
    long ByteLength,
    string CallingAeTitle,
    string CalledAeTitle,
    string RemoteAddress,
    DateTimeOffset ReceivedAt);
