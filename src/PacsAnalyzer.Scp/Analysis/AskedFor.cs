using PacsAnalyzer.Pipeline;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Scp.Analysis;

/// <summary>Whether the request or the protocol asks for the analysis in words.</summary>
internal static class AskedFor
{
    private static readonly string[] Hip = ["PROSTHESIS", "PROTHESE", "ARTHROPLASTY", "REPLACEMENT", "THA", "THR", "TEP", "POSTOP", "POST-OP", "置换", "假体", "术后"];
    private static readonly string[] Spine = ["QCT", "BMD", "BONE DENSITY", "BONE MINERAL", "DENSITOMETRY", "OSTEOPOROSIS", "骨密度", "骨质疏松"];

    /// <summary>Looks at requested procedure, protocol, study and series description.</summary>
    public static bool InWords(IReadOnlyList<InstanceHeader> headers, string pipeline)
    {
        string[] words = pipeline == PipelineNames.Pelvis ? Hip : Spine;
        return headers.Any(h => new[] { h.RequestedProcedure, h.ProtocolName, h.StudyDescription, h.SeriesDescription }
            .Any(text => words.Any(w => Holds(text, w))));
    }

    // Short Latin abbreviations count as whole words only: THA is not in "thalamus".
    private static bool Holds(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            bool open = at == 0 || !char.IsAsciiLetter(text[at - 1]);
            bool close = at + word.Length == text.Length || !char.IsAsciiLetter(text[at + word.Length]);
            if (word.Length > 4 || !char.IsAsciiLetter(word[0]) || (open && close))
            {
                return true;
            }
        }

        return false;
    }
}
