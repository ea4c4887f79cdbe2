namespace PacsAnalyzer.Dicom;

/// <summary>What a reader forgives, named one by one. <see cref="Default"/> is what real archives need and what cannot
/// change what a value means.</summary>
[Flags]
public enum DicomLeniency
{
    /// <summary>Nothing: as PS3.5 and PS3.10 have it.</summary>
    None = 0,

    /// <summary>A file without the 128 bytes of preamble, or without "DICM" (PS3.10 section 7.1).</summary>
    MissingPreamble = 1 << 0,

    /// <summary>A file without file meta information: the syntax is told from the first element.</summary>
    MissingMetaInformation = 1 << 1,

    /// <summary>File meta information without a transfer syntax: it is told from the first element.</summary>
    MissingTransferSyntax = 1 << 2,

    /// <summary>A transfer syntax that the first element contradicts, as explicit VR that is implicit: what the element shows holds.</summary>
    WrongTransferSyntax = 1 << 3,

    /// <summary>A VR in an explicit syntax that is none, or an element written as implicit VR: the dictionary's VR is taken.</summary>
    UnknownVR = 1 << 4,

    /// <summary>A value of odd length.</summary>
    OddLength = 1 << 5,

    /// <summary>A number whose length is no multiple of its size: kept as UN.</summary>
    BrokenNumber = 1 << 6,

    /// <summary>Elements out of order: they are sorted.</summary>
    UnorderedElements = 1 << 7,

    /// <summary>A delimitation item where a length has ended the item or sequence already, or a missing one before the sequence's end.</summary>
    StrayDelimiter = 1 << 8,

    /// <summary>What follows the last element and is none: zeros, or less than an element's header.</summary>
    TrailingData = 1 << 9,

    /// <summary>A file that ends inside a sequence, an item or encapsulated pixel data of undefined length, at the end of an element.</summary>
    UnterminatedSequence = 1 << 10,

    /// <summary>A file that ends inside a value: what is there is the value. Not in <see cref="Default"/>: something is missing.</summary>
    TruncatedValue = 1 << 11,

    /// <summary>The same tag twice: the last one holds. Not in <see cref="Default"/>: which one is true is a guess.</summary>
    DuplicateElement = 1 << 12,

    /// <summary>What a reader forgives unless told otherwise.</summary>
    Default = MissingPreamble | MissingMetaInformation | MissingTransferSyntax | WrongTransferSyntax | UnknownVR | OddLength
        | BrokenNumber | UnorderedElements | StrayDelimiter | TrailingData | UnterminatedSequence,

    /// <summary>Everything, to look at broken files.</summary>
    All = Default | TruncatedValue | DuplicateElement,
}
