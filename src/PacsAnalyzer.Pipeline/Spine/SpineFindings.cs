using PacsAnalyzer.Pipeline.Results;

namespace PacsAnalyzer.Pipeline.Spine;

/// <summary>What the bodies of a plane say.</summary>
/// <param name="Vertebrae">Bodies, cranial to caudal.</param>
/// <param name="Unsure">Whose planes disagree.</param>
/// <param name="Quality">Figures for people.</param>
internal sealed record SpineFindings(IReadOnlyList<VertebraResult> Vertebrae, IReadOnlyList<bool> Unsure, IReadOnlyDictionary<string, double> Quality);
