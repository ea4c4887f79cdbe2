namespace PacsAnalyzer.Pipeline.Evaluation;

/// <summary>How well bodies are found, outlined, named and their density told.</summary>
/// <param name="True">True bodies.</param>
/// <param name="Found">Of these, found (Dice at least one half).</param>
/// <param name="False">Bodies that are none; those flagged CUT_OFF not counted.</param>
/// <param name="F1">2 found / (true + found + false).</param>
/// <param name="MeanDice">Mean Dice of the found ones.</param>
/// <param name="MedianDice">Median Dice of the found ones.</param>
/// <param name="MeanDiceAll">Mean Dice with 0 for each one missed.</param>
/// <param name="DiceLow">Lower end of the 95 % interval of the mean Dice.</param>
/// <param name="DiceHigh">Upper end.</param>
/// <param name="Named">Found bodies with a true level that got a name.</param>
/// <param name="NamedRight">Of these, the right one.</param>
/// <param name="Unnamed">Found bodies with a true level that got none.</param>
/// <param name="Density">Agreement of densities of found bodies.</param>
/// <param name="Hu">Agreement of mean HU of found bodies.</param>
public sealed record VertebraSummary(int True, int Found, int False, double F1, double MeanDice, double MedianDice, double MeanDiceAll, double DiceLow, double DiceHigh,
    int Named, int NamedRight, int Unnamed, AgreementSummary Density, AgreementSummary Hu);
