namespace PacsAnalyzer.Dicom.Network;

/// <summary>States of the upper layer (PS3.8 tables 9-1 to 9-5).</summary>
internal enum UlState
{
    /// <summary>Idle.</summary>
    Sta1 = 1,

    /// <summary>Transport connection open, awaiting A-ASSOCIATE-RQ.</summary>
    Sta2,

    /// <summary>Awaiting the local A-ASSOCIATE response.</summary>
    Sta3,

    /// <summary>Awaiting the transport connection.</summary>
    Sta4,

    /// <summary>Awaiting A-ASSOCIATE-AC or -RJ.</summary>
    Sta5,

    /// <summary>Association established.</summary>
    Sta6,

    /// <summary>Awaiting A-RELEASE-RP.</summary>
    Sta7,

    /// <summary>Awaiting the local A-RELEASE response.</summary>
    Sta8,

    /// <summary>Release collision, requestor side, awaiting the local A-RELEASE response.</summary>
    Sta9,

    /// <summary>Release collision, acceptor side, awaiting A-RELEASE-RP.</summary>
    Sta10,

    /// <summary>Release collision, requestor side, awaiting A-RELEASE-RP.</summary>
    Sta11,

    /// <summary>Release collision, acceptor side, awaiting the local A-RELEASE response.</summary>
    Sta12,

    /// <summary>Awaiting the end of the transport connection.</summary>
    Sta13,
}
