namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>A JPEG scan header (ITU-T T.81 section B.2.3).</summary>
/// <param name="Components">Index in the frame, and the DC and AC tables, of each component of the scan.</param>
/// <param name="Start">Ss: first coefficient, or the predictor of a lossless scan.</param>
/// <param name="End">Se: last coefficient.</param>
/// <param name="High">Ah: successive approximation, high.</param>
/// <param name="Low">Al: successive approximation, low, or the point transform of a lossless scan.</param>
internal sealed record JpegScan((int Index, int Dc, int Ac)[] Components, int Start, int End, int High, int Low);
