namespace PacsAnalyzer.Scp.Doctor;

/// <summary>How a check ended.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>The node works, something is missing.</summary>
    Warning,

    /// <summary>The node does not work like this.</summary>
    Bad,
}

/// <summary>One line of <c>doctor</c>.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Level">How it is.</param>
/// <param name="Text">What was found, and what to do where it is not good.</param>
internal sealed record Finding(string Subject, FindingLevel Level, string Text);
