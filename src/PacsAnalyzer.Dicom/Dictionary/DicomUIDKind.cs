namespace PacsAnalyzer.Dicom;

/// <summary>What a registered UID names (PS3.6 annex A).</summary>
public enum DicomUIDKind
{
    /// <summary>Not in the registry.</summary>
    Unknown,

    /// <summary>A SOP class.</summary>
    SopClass,

    /// <summary>A well-known SOP instance.</summary>
    SopInstance,

    /// <summary>A transfer syntax.</summary>
    TransferSyntax,

    /// <summary>An application context.</summary>
    ApplicationContext,

    /// <summary>A coding scheme.</summary>
    CodingScheme,

    /// <summary>A context group mapping resource.</summary>
    MappingResource,
}
