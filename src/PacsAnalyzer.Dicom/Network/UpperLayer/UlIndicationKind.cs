namespace PacsAnalyzer.Dicom.Network;

/// <summary>What the upper layer tells its user.</summary>
internal enum UlIndicationKind
{
    /// <summary>A-ASSOCIATE indication: the peer asks for an association.</summary>
    AssociateRequested,

    /// <summary>A-ASSOCIATE confirmation, accepted.</summary>
    AssociateAccepted,

    /// <summary>A-ASSOCIATE confirmation, rejected.</summary>
    AssociateRejected,

    /// <summary>P-DATA indication.</summary>
    Data,

    /// <summary>A-RELEASE indication.</summary>
    ReleaseRequested,

    /// <summary>A-RELEASE confirmation.</summary>
    Released,

    /// <summary>The association or the connection is over.</summary>
    Ended,
}
