using PacsAnalyzer.Dicom;

namespace PacsAnalyzer.SrWriter;

/// <summary>What is returned for one result.</summary>
/// <param name="StructuredReport">TID 1500 report, explicit values; save it with <see cref="DicomFile"/>.</param>
/// <param name="Overlay">Secondary capture with the picture.</param>
/// <param name="OverlayPng">The same picture as PNG.</param>
public sealed record ReportObjects(DicomDataset StructuredReport, DicomDataset Overlay, byte[] OverlayPng);
