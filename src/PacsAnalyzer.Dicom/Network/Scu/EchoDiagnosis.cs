namespace PacsAnalyzer.Dicom.Network;

/// <summary>Outcome of an echo, with words for the one who has to put it right.</summary>
/// <param name="IsSuccess">The peer answered C-ECHO with success.</param>
/// <param name="Failure">What went wrong; null on success, or where the peer answered another status.</param>
/// <param name="Text">What happened.</param>
/// <param name="Advice">What to do; empty on success.</param>
/// <param name="Elapsed">Time from the connection to the end of the release.</param>
public sealed record EchoDiagnosis(bool IsSuccess, NetworkFailure? Failure, string Text, string Advice, TimeSpan Elapsed);
