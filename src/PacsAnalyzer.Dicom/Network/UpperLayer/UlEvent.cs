namespace PacsAnalyzer.Dicom.Network;

/// <summary>Events of the upper layer (PS3.8 table 9-10).</summary>
internal enum UlEvent
{
    /// <summary>Local A-ASSOCIATE request.</summary>
    Evt1 = 1,

    /// <summary>Transport connection confirmed.</summary>
    Evt2,

    /// <summary>A-ASSOCIATE-AC received.</summary>
    Evt3,

    /// <summary>A-ASSOCIATE-RJ received.</summary>
    Evt4,

    /// <summary>Transport connection indicated.</summary>
    Evt5,

    /// <summary>A-ASSOCIATE-RQ received.</summary>
    Evt6,

    /// <summary>Local A-ASSOCIATE response: accept.</summary>
    Evt7,

    /// <summary>Local A-ASSOCIATE response: reject.</summary>
    Evt8,

    /// <summary>Local P-DATA request.</summary>
    Evt9,

    /// <summary>P-DATA-TF received.</summary>
    Evt10,

    /// <summary>Local A-RELEASE request.</summary>
    Evt11,

    /// <summary>A-RELEASE-RQ received.</summary>
    Evt12,

    /// <summary>A-RELEASE-RP received.</summary>
    Evt13,

    /// <summary>Local A-RELEASE response.</summary>
    Evt14,

    /// <summary>Local A-ABORT request.</summary>
    Evt15,

    /// <summary>A-ABORT received.</summary>
    Evt16,

    /// <summary>Transport connection closed.</summary>
    Evt17,

    /// <summary>ARTIM timer expired.</summary>
    Evt18,

    /// <summary>Unrecognized or invalid PDU received.</summary>
    Evt19,
}
