namespace PacsAnalyzer.Dicom.Network;

/// <summary>Actions of the upper layer (PS3.8 tables 9-6 to 9-9), the only places that send or close.</summary>
internal enum UlAction
{
    /// <summary>Issue a transport connect request. Next: Sta4.</summary>
    AE1,

    /// <summary>Send A-ASSOCIATE-RQ. Next: Sta5.</summary>
    AE2,

    /// <summary>Issue A-ASSOCIATE confirmation (accept). Next: Sta6.</summary>
    AE3,

    /// <summary>Issue A-ASSOCIATE confirmation (reject), close. Next: Sta1.</summary>
    AE4,

    /// <summary>Accept the transport connection, start ARTIM. Next: Sta2.</summary>
    AE5,

    /// <summary>Stop ARTIM; acceptable: issue A-ASSOCIATE indication, next Sta3; otherwise reject, start ARTIM, next Sta13.</summary>
    AE6,

    /// <summary>Send A-ASSOCIATE-AC. Next: Sta6.</summary>
    AE7,

    /// <summary>Send A-ASSOCIATE-RJ, start ARTIM. Next: Sta13.</summary>
    AE8,

    /// <summary>Send P-DATA-TF. Next: Sta6.</summary>
    DT1,

    /// <summary>Issue P-DATA indication. Next: Sta6.</summary>
    DT2,

    /// <summary>Send A-RELEASE-RQ. Next: Sta7.</summary>
    AR1,

    /// <summary>Issue A-RELEASE indication. Next: Sta8.</summary>
    AR2,

    /// <summary>Issue A-RELEASE confirmation, close. Next: Sta1.</summary>
    AR3,

    /// <summary>Send A-RELEASE-RP, start ARTIM. Next: Sta13.</summary>
    AR4,

    /// <summary>Stop ARTIM. Next: Sta1.</summary>
    AR5,

    /// <summary>Issue P-DATA indication. Next: Sta7.</summary>
    AR6,

    /// <summary>Send P-DATA-TF. Next: Sta8.</summary>
    AR7,

    /// <summary>Issue A-RELEASE indication (collision). Next: Sta9 for the requestor, Sta10 for the acceptor.</summary>
    AR8,

    /// <summary>Send A-RELEASE-RP. Next: Sta11.</summary>
    AR9,

    /// <summary>Issue A-RELEASE confirmation. Next: Sta12.</summary>
    AR10,

    /// <summary>Send A-ABORT (service user), start or restart ARTIM. Next: Sta13.</summary>
    AA1,

    /// <summary>Stop ARTIM, close. Next: Sta1.</summary>
    AA2,

    /// <summary>Issue A-ABORT or A-P-ABORT indication, close. Next: Sta1.</summary>
    AA3,

    /// <summary>Issue A-P-ABORT indication. Next: Sta1.</summary>
    AA4,

    /// <summary>Stop ARTIM. Next: Sta1.</summary>
    AA5,

    /// <summary>Ignore the PDU. Next: Sta13.</summary>
    AA6,

    /// <summary>Send A-ABORT. Next: Sta13.</summary>
    AA7,

    /// <summary>Send A-ABORT (service provider), issue A-P-ABORT indication, start ARTIM. Next: Sta13.</summary>
    AA8,
}
