namespace PacsAnalyzer.Dicom.Network;

/// <summary>Lengths above which a PDU is refused from its header, before memory is taken for it.</summary>
/// <param name="MaxAssociateLength">Body of an A-ASSOCIATE-RQ or -AC. 128 contexts of 40 syntaxes stay under the default.</param>
/// <param name="MaxDataLength">Body of a P-DATA-TF: the maximum length sent to the peer and a little (see <see cref="ForMaximumLength"/>).</param>
internal sealed record PduLimits(int MaxAssociateLength, int MaxDataLength)
{
    /// <summary>Default limit of an A-ASSOCIATE body: 512 KiB.</summary>
    public const int DefaultAssociateLength = 512 * 1024;

    /// <summary>Some peers count the maximum length without PDV or PDU headers; that much more is taken without complaint.</summary>
    public const int HeaderAllowance = 16;

    /// <summary>Limits for a connection that announces <paramref name="maximumLength"/> (PS3.8 annex D.1).</summary>
    public static PduLimits ForMaximumLength(int maximumLength) => new(DefaultAssociateLength, maximumLength + HeaderAllowance);
}
