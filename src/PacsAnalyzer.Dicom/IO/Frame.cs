namespace PacsAnalyzer.Dicom;

/// <summary>The data set that is being parsed.</summary>
/// <param name="End">The position it ends at; <see cref="long.MaxValue"/> where something else ends it.</param>
/// <param name="Depth">How many sequences it is in.</param>
/// <param name="Kind">What ends it.</param>
/// <param name="Sequence">The sequence it is an item of, where it is one.</param>
internal readonly record struct Frame(long End, int Depth, FrameKind Kind, DicomTag? Sequence = null);
