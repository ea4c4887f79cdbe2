namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>When a refusal is reported to the PACS.</summary>
public enum RefusalPolicy
{
    /// <summary>Every refusal.</summary>
    Always,

    /// <summary>Hip: only where a prosthesis is seen or asked for; spine: where an analysis was asked for.</summary>
    PostOperative,

    /// <summary>Never; the ledger alone tells.</summary>
    Never,
}

/// <summary>What is reported, and against which limits.</summary>
public sealed class ReportsOptions
{
    /// <summary>Which refusals go to the PACS.</summary>
    public RefusalPolicy OnRefusal { get; set; } = RefusalPolicy.PostOperative;

    /// <summary>Preliminary Flag (0040,A496) PRELIMINARY, else FINAL.</summary>
    public bool Preliminary { get; set; } = true;

    /// <summary>Limits by measurement code, lower and upper end, null for an open one: <c>{ "CUP-INCL": [30, 45] }</c>.</summary>
    public Dictionary<string, double?[]> Ranges { get; set; } = [];
}
