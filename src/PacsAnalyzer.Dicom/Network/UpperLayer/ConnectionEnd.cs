namespace PacsAnalyzer.Dicom.Network;

/// <summary>How a connection ended, in a form for logs: no patient data.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Text">One line of detail.</param>
public sealed record ConnectionEnd(ConnectionEndKind Kind, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text.Length == 0 ? Kind.ToString() : $"{Kind}: {Text}";
}
