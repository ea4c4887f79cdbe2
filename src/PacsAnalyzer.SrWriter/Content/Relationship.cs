namespace PacsAnalyzer.SrWriter.Content;

/// <summary>How a content item stands to its parent (PS3.3 section C.17.3.2.4).</summary>
internal enum Relationship
{
    /// <summary>The root has no parent.</summary>
    None,

    /// <summary>CONTAINS.</summary>
    Contains,

    /// <summary>HAS OBS CONTEXT.</summary>
    HasObsContext,

    /// <summary>HAS CONCEPT MOD.</summary>
    HasConceptMod,

    /// <summary>HAS PROPERTIES.</summary>
    HasProperties,

    /// <summary>HAS ACQ CONTEXT.</summary>
    HasAcqContext,

    /// <summary>INFERRED FROM.</summary>
    InferredFrom,

    /// <summary>SELECTED FROM.</summary>
    SelectedFrom,
}
