namespace PacsAnalyzer.Dicom;

/// <summary>What kind of data set is being parsed.</summary>
internal enum FrameKind
{
    /// <summary>File meta information: ends at the first other group.</summary>
    Meta,

    /// <summary>The data set itself: ends with the bytes.</summary>
    Top,

    /// <summary>An item of stated length.</summary>
    Item,

    /// <summary>An item that a delimiter ends.</summary>
    UndefinedItem,
}
